/** Reads the configuration as it is now and hints that it may have changed. */
package io.stoker.source;
