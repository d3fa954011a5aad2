package io.stoker.watch;

import io.stoker.kubernetes.ObjectName;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Services that somebody asks for and nobody has seen. */
final class MissedServices {
  /** By then the cluster has made the EndpointSlices of a new Service. */
  private static final Duration SLICES_TAKE = Duration.ofSeconds(30);

  private final Map<ObjectName, Instant> since = new HashMap<>();

  /** Whether its ConfigMaps' authors should hear of it. */
  boolean isWorthTelling(ObjectName service, boolean missed, Instant now) {
    if (!missed) {
      since.remove(service);
      return false;
    }
    return since.computeIfAbsent(service, none -> now).plus(SLICES_TAKE).isBefore(now);
  }

  void forget(ObjectName service) {
    since.remove(service);
  }

  /**
   * What to tell them.
   *
   * @param known all Services that have been seen
   */
  static String message(ObjectName service, Collection<ObjectName> known) {
    Set<String> near =
        known.stream()
            .filter(other -> other.namespace().equals(service.namespace()))
            .map(ObjectName::name)
            .collect(Collectors.toSet());
    String hint =
        near.isEmpty()
            ? "this namespace has no Service with pods"
            : "did you mean %s?".formatted(Spelling.nearest(service.name(), near));
    return "stoker.io/reload: there is no Service %s in namespace %s; %s"
        .formatted(service.name(), service.namespace(), hint);
  }
}
