package io.stoker.watch;

import io.stoker.kubernetes.ObjectName;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Services that somebody wants to be reloaded and nobody has seen. On the planner thread. */
final class UnknownServices {
  /** By then the cluster has made the EndpointSlices of a new Service. */
  private static final Duration SLICES_TAKE = Duration.ofSeconds(30);

  private final Map<ObjectName, Instant> since = new HashMap<>();

  void forget(ObjectName service) {
    since.remove(service);
  }

  /**
   * What its author should know of a Service that is not there; empty while it may still come.
   *
   * @param known all that are there
   */
  Optional<String> complaint(ObjectName service, Instant now, Collection<ObjectName> known) {
    boolean late = since.computeIfAbsent(service, s -> now).plus(SLICES_TAKE).isBefore(now);
    return late ? Optional.of(absence(service, known)) : Optional.empty();
  }

  private static String absence(ObjectName service, Collection<ObjectName> known) {
    Set<String> names =
        known.stream()
            .filter(other -> other.namespace().equals(service.namespace()))
            .map(ObjectName::name)
            .collect(Collectors.toSet());
    String hint =
        names.isEmpty()
            ? "this namespace has no Service with pods"
            : "did you mean %s?".formatted(Spelling.nearest(service.name(), names));
    return "stoker.io/reload: there is no Service %s in namespace %s; %s"
        .formatted(service.name(), service.namespace(), hint);
  }
}
