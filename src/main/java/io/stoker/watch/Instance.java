package io.stoker.watch;

import java.net.URI;

/**
 * One pod behind a Service, at its own address.
 *
 * @param uid the pod's, or the address where there is no pod
 * @param pod its name, or the address
 */
record Instance(String uid, String pod, URI reload) {}
