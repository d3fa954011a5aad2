package io.stoker.watch;

/**
 * One pod behind a Service, at its own address.
 *
 * @param uid the pod's, or the address where there is no pod
 * @param pod its name, or the address
 * @param reload a valid URL, as text: a parsed one takes 400 bytes more
 */
record Instance(String uid, String pod, String reload) {

  /** Whether there is a pod, which can be asked for at the API server. */
  boolean isPod() {
    return !pod.equals(uid);
  }
}
