/**
 * Keeps the last configuration that was proven, for a start that would fail with the current one.
 */
package io.stoker.lastgood;
