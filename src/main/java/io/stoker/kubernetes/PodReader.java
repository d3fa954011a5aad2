package io.stoker.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.stoker.diagnose.SubPaths;
import io.stoker.kubernetes.ConfigMapVolume.Part;
import io.stoker.report.Diagnosis;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what a pod mounts where its files are watched. */
final class PodReader {
  private final JsonNode pod;
  private final JsonNode container;

  private final List<ConfigMapVolume> volumes = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private final List<Diagnosis> diagnoses = new ArrayList<>();
  private boolean complete;

  private PodReader(JsonNode pod, List<Path> watched) {
    this.pod = pod;
    this.container = own(pod, watched);
    this.complete = mounted(container, watched).count() == watched.size();
  }

  /**
   * Reads a Pod of the API (v1).
   *
   * @param watched files and folders as Stoker's own container sees them
   */
  static OwnPod read(JsonNode pod, List<Path> watched) {
    var reader = new PodReader(pod, watched);
    Stream.concat(
            mounted(reader.container, watched), watched.stream().flatMap(reader::mountsInside))
        .distinct()
        .forEach(reader::add);
    JsonNode metadata = pod.path("metadata");
    return new OwnPod(
        new OwnPod.Ref(
            metadata.path("namespace").asText(),
            metadata.path("name").asText(),
            metadata.path("uid").asText()),
        List.copyOf(reader.volumes),
        reader.complete,
        List.copyOf(reader.notices),
        List.copyOf(reader.diagnoses));
  }

  /** Nothing tells a process which container it is: it is the one that mounts what is watched. */
  private static JsonNode own(JsonNode pod, List<Path> watched) {
    return containers(pod)
        .max(Comparator.comparingLong(container -> mounted(container, watched).count()))
        .orElseGet(MissingNode::getInstance);
  }

  private static Stream<JsonNode> mounted(JsonNode container, List<Path> watched) {
    return watched.stream().flatMap(path -> around(container, path).stream());
  }

  private static boolean isInside(JsonNode mount, Path folder) {
    Path path = Path.of(mount.path("mountPath").asText());
    return path.startsWith(folder) && !path.equals(folder);
  }

  private Stream<JsonNode> mountsInside(Path folder) {
    return container.path("volumeMounts").valueStream().filter(mount -> isInside(mount, folder));
  }

  /** All of a pod, in no order that matters. */
  static Stream<JsonNode> containers(JsonNode pod) {
    JsonNode spec = pod.path("spec");
    return Stream.concat(
        spec.path("containers").valueStream(), spec.path("initContainers").valueStream());
  }

  /** The mount that a path lies in. */
  private static Optional<JsonNode> around(JsonNode container, Path path) {
    return container
        .path("volumeMounts")
        .valueStream()
        .filter(mount -> path.startsWith(mount.path("mountPath").asText()))
        .max(Comparator.comparingInt(mount -> mount.path("mountPath").asText().length()));
  }

  private void add(JsonNode mount) {
    String name = mount.path("name").asText();
    String path = mount.path("mountPath").asText();
    warnOfOthersWithSubPath(name);
    if (hasSubPath(mount)) {
      complete = false;
      diagnoses.add(SubPaths.never(Path.of(path)));
      return;
    }
    Optional<List<Part>> parts = parts(volume(name));
    if (parts.isPresent()) {
      volumes.add(new ConfigMapVolume(Path.of(path), inside(Path.of(path)), parts.get()));
    } else {
      complete = false;
      notices.add(
          "the volume at %s holds other things than ConfigMaps, so only its files tell of changes"
              .formatted(path));
    }
  }

  /** Whether it shows one file of a volume, and that for ever as it was at the start. */
  static boolean hasSubPath(JsonNode mount) {
    return mount.hasNonNull("subPath") || mount.hasNonNull("subPathExpr");
  }

  /** What Stoker sees change, such a container never does. */
  private void warnOfOthersWithSubPath(String volume) {
    containers(pod)
        .filter(other -> !other.equals(container))
        .filter(
            other ->
                other
                    .path("volumeMounts")
                    .valueStream()
                    .anyMatch(m -> m.path("name").asText().equals(volume) && hasSubPath(m)))
        .map(other -> SubPaths.elsewhere(other.path("name").asText(), volume))
        .forEach(diagnoses::add);
  }

  private List<Path> inside(Path folder) {
    return mountsInside(folder).map(mount -> Path.of(mount.path("mountPath").asText())).toList();
  }

  private JsonNode volume(String name) {
    return pod.path("spec")
        .path("volumes")
        .valueStream()
        .filter(volume -> volume.path("name").asText().equals(name))
        .findFirst()
        .orElseGet(MissingNode::getInstance);
  }

  private static Optional<List<Part>> parts(JsonNode volume) {
    if (volume.has("configMap")) {
      return Optional.of(List.of(part(volume.path("configMap"))));
    }
    List<JsonNode> sources = volume.path("projected").path("sources").valueStream().toList();
    boolean known = !sources.isEmpty() && sources.stream().allMatch(s -> s.has("configMap"));
    return known
        ? Optional.of(sources.stream().map(source -> part(source.path("configMap"))).toList())
        : Optional.empty();
  }

  private static Part part(JsonNode configMap) {
    Map<String, String> items = new LinkedHashMap<>();
    configMap
        .path("items")
        .valueStream()
        .forEach(item -> items.put(item.path("key").asText(), item.path("path").asText()));
    return new Part(configMap.path("name").asText(), items, configMap.path("optional").asBoolean());
  }
}
