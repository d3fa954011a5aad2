package io.stoker.kubernetes;

import io.stoker.fingerprint.ExpectedFiles;
import io.stoker.fingerprint.Fingerprint;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A mounted volume that holds ConfigMaps and nothing else.
 *
 * @param mountPath where the container sees it
 * @param nested what else is mounted inside it, which is none of its own
 * @param parts in the order in which the kubelet writes them, a later one over an earlier
 */
record ConfigMapVolume(Path mountPath, List<Path> nested, List<Part> parts) {

  /**
   * One ConfigMap in it.
   *
   * @param items the paths of the keys that are shown; empty for all keys under their own names
   * @param optional whether the kubelet mounts the volume without it, or without an item's key
   */
  record Part(String configMap, Map<String, String> items, boolean optional) {}

  /** What the kubelet should make of the ConfigMaps. */
  sealed interface Expectation {

    /** The volume should hold this. */
    record Files(Fingerprint fingerprint) implements Expectation {}

    /** The kubelet cannot write the volume and leaves it as it is. */
    record Stuck(String reason) implements Expectation {}

    /** A ConfigMap is not known yet. */
    record Unknown() implements Expectation {}
  }

  /**
   * What the volume should hold (kubelet v1.34: {@code pkg/volume/configmap}, {@code
   * pkg/volume/projected}).
   *
   * @param known a ConfigMap's version by its name; null where it is not known yet
   */
  Expectation expected(Function<String, ConfigMapVersion> known) {
    var digests = new TreeMap<String, String>();
    for (Part part : parts) {
      switch (known.apply(part.configMap())) {
        case null -> {
          return new Expectation.Unknown();
        }
        case ConfigMapVersion.Absent absent when part.optional() -> {}
        case ConfigMapVersion.Absent absent -> {
          return new Expectation.Stuck(
              "ConfigMap %s does not exist; the last configuration stays"
                  .formatted(part.configMap()));
        }
        case ConfigMapVersion.Present present -> {
          String missing = add(part, present.digests(), digests);
          if (!missing.isEmpty()) {
            return new Expectation.Stuck(
                "ConfigMap %s has no key %s, which the pod's volume asks for; the last configuration stays"
                    .formatted(part.configMap(), missing));
          }
        }
      }
    }
    return new Expectation.Files(ExpectedFiles.fingerprint(digests));
  }

  /** Why the kubelet will never write the volume again, if so. */
  Optional<String> frozen(Function<String, ConfigMapVersion> known) {
    return parts.stream()
        .map(Part::configMap)
        .filter(name -> known.apply(name) instanceof ConfigMapVersion.Present p && p.immutable())
        .findFirst()
        .map(
            name ->
                "ConfigMap %s is immutable, so the kubelet never updates the volume; delete the pod"
                    .formatted(name));
  }

  /** What is waited for while it lags. */
  String waiting() {
    return "the kubelet has not yet written ConfigMap %s to %s"
        .formatted(
            parts.stream().map(Part::configMap).collect(Collectors.joining(", ")), mountPath);
  }

  /** Returns the key that is missing, if one is. */
  private String add(Part part, SortedMap<String, String> data, SortedMap<String, String> all) {
    if (part.items().isEmpty()) {
      data.forEach((key, digest) -> all.put(name(key), digest));
      return "";
    }
    for (var item : part.items().entrySet()) {
      String digest = data.get(item.getKey());
      if (digest != null) {
        all.put(name(item.getValue()), digest);
      } else if (!part.optional()) {
        return item.getKey();
      }
    }
    return "";
  }

  private String name(String path) {
    return mountPath.resolve(path).normalize().toString();
  }
}
