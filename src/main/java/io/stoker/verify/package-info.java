/** Proves that the target runs what was read. */
package io.stoker.verify;
