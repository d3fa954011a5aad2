/** Tells people and machines. */
package io.stoker.report;
