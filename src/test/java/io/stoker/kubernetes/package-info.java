/** The cluster's side, without a cluster. */
package io.stoker.kubernetes;
