/** Decides when, from time alone. */
package io.stoker.debounce;
