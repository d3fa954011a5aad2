/** Command line, configuration, wiring, start and stop. */
package io.stoker.app;
