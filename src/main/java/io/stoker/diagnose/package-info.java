/** Names what is set up so that reloads cannot be relied upon, with the fix. */
package io.stoker.diagnose;
