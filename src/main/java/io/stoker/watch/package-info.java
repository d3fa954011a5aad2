/** Keeps many targets at what their ConfigMaps hold, from one pod of its own. */
package io.stoker.watch;
