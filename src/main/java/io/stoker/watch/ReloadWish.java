package io.stoker.watch;

import io.stoker.target.TargetProfile;
import java.util.List;
import java.util.Optional;

/**
 * What the author of a ConfigMap wants to be reloaded.
 *
 * @param services names of Services in the ConfigMap's namespace, never empty
 * @param port a port's number or name; empty to choose among those of the Service
 * @param scheme {@code http} or {@code https}; empty to tell by the port
 * @param path of the reload request; empty for the profile's
 * @param serverName what a certificate must name, unless it names the address; empty for the
 *     Service's DNS name
 * @param stagger how many pods of a Service may be under way at a time
 * @param status whether the result is to be written into the ConfigMap's annotations
 */
record ReloadWish(
    List<String> services,
    TargetProfile profile,
    Optional<String> port,
    Optional<String> scheme,
    Optional<String> path,
    Optional<String> serverName,
    int stagger,
    boolean status) {

  ReloadWish {
    services = List.copyOf(services);
  }

  /** Whether a target would be reached and reloaded in the same way. */
  boolean reachesLike(ReloadWish other) {
    return profile == other.profile
        && port.equals(other.port)
        && scheme.equals(other.scheme)
        && path.equals(other.path)
        && serverName.equals(other.serverName);
  }
}
