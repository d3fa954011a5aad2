package io.stoker.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes facts of a Pod of the API (v1) in JSON. */
final class PodFactsReader {
  private PodFactsReader() {}

  static PodFacts read(JsonNode pod) {
    Set<String> mounted = mounted(pod);
    return new PodFacts(
        ObjectFacts.name(pod),
        pod.path("metadata").path("uid").asText(),
        sources(pod, mounted, "configMap", "name"),
        sources(pod, mounted, "secret", "secretName"),
        StokerContainer.in(pod));
  }

  /** The names of volumes that some container sees change. */
  private static Set<String> mounted(JsonNode pod) {
    return PodReader.containers(pod)
        .flatMap(container -> container.path("volumeMounts").valueStream())
        .filter(mount -> !PodReader.hasSubPath(mount))
        .map(mount -> mount.path("name").asText())
        .collect(Collectors.toSet());
  }

  /**
   * What is in these volumes.
   *
   * @param nameField where a volume names it; in a projected one it is always {@code name}
   */
  private static Set<String> sources(
      JsonNode pod, Set<String> mounted, String kind, String nameField) {
    return pod.path("spec")
        .path("volumes")
        .valueStream()
        .filter(volume -> mounted.contains(volume.path("name").asText()))
        .flatMap(volume -> names(volume, kind, nameField))
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toSet());
  }

  private static Stream<String> names(JsonNode volume, String kind, String nameField) {
    return Stream.concat(
        Stream.of(volume.path(kind).path(nameField).asText()),
        volume
            .path("projected")
            .path("sources")
            .valueStream()
            .map(source -> source.path(kind).path("name").asText()));
  }
}
