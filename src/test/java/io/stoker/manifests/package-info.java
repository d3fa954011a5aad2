/**
 * src/main/kubernetes on a real API server: that it is accepted, what it allows, and what it
 * refuses. What Stoker says when a right is missing is tested where Stoker runs, in {@code
 * blackbox}.
 */
package io.stoker.manifests;
