package io.stoker.kubernetes;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept of a ConfigMap or a Secret: no contents.
 *
 * @param secret whether it is a Secret
 * @param annotations only those that begin with {@code stoker.io/}
 * @param digests what {@link io.stoker.fingerprint.ExpectedFiles#digest} says of each key's content
 * @param immutable whether no kubelet will ever look at it again
 * @param dataChangedAt when a field manager that owns data last wrote, in whole seconds of the API
 *     server's clock; empty where the object has no managed fields
 */
public record ConfigMapFacts(
    ObjectName name,
    boolean secret,
    String uid,
    String resourceVersion,
    Map<String, String> annotations,
    Map<String, String> labels,
    Map<String, String> digests,
    boolean immutable,
    Optional<Instant> dataChangedAt) {

  public ConfigMapFacts {
    annotations = Map.copyOf(annotations);
    labels = Map.copyOf(labels);
    digests = Map.copyOf(digests);
  }

  /**
   * Without the time of the change, which is asked for once.
   *
   * @param shared equal to its annotations, of strings that others have, too
   */
  public ConfigMapFacts undated(Map<String, String> shared) {
    return new ConfigMapFacts(
        name, secret, uid, resourceVersion, shared, labels, digests, immutable, Optional.empty());
  }
}
