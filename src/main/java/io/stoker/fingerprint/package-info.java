/** Names content. */
package io.stoker.fingerprint;
