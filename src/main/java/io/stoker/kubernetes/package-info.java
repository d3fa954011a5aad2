/** The cluster's side: what the API server holds, and how the kubelet is made to hurry. */
package io.stoker.kubernetes;
