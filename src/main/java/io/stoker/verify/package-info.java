/** Proves that the target runs what was read, by its own account or by what it serves. */
package io.stoker.verify;
