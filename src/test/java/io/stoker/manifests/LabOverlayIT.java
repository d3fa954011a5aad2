package io.stoker.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The overlay lab, by what it makes of the tutorial. */
class LabOverlayIT {
  /** By path from the kind on; whatever the node needs since nobody else is there to do it. */
  private static final Predicate<String> NEEDED =
      Pattern.compile(
              """
              Namespace/kube-ops/metadata/labels/pod-security.kubernetes.io/enforce
              | Deployment/[a-z]+/spec/template/spec/(
                  nodeName | hostNetwork | hostAliases/.*
                | containers/\\d/(
                      image | command/.* | ports/\\d/containerPort
                    | args/\\d | env/\\d/(name|value)
                    | (readiness|liveness)Probe/httpGet/host))
              """,
              Pattern.COMMENTS)
          .asMatchPredicate();

  private static final Predicate<String> ON_LOOPBACK =
      Pattern.compile("--bind|(--[a-zA-Z.-]+=)?127\\.0\\.0\\.1(:\\d+)?").asMatchPredicate();

  private final Map<String, String> tutorial = leaves("tutorial");
  private final Map<String, String> lab = leaves("overlays/lab");

  @Test
  void itChangesNothingButWhatANodeByItselfNeeds() {
    assertThat(lab.keySet()).containsAll(tutorial.keySet());
    assertThat(changes()).isNotEmpty().allSatisfy((path, to) -> assertThat(path).matches(NEEDED));
  }

  @Test
  void itsProgramsListenOnTheLoopbackInterfaceOnly() {
    var arguments = new TreeMap<>(changes());
    arguments.keySet().removeIf(path -> !path.contains("/args/"));

    assertThat(arguments.values()).hasSize(7).allMatch(ON_LOOPBACK);
  }

  @Test
  void itsImagesAreThoseOfTheMachine() {
    var images = new TreeMap<>(lab);
    images.keySet().removeIf(path -> !path.endsWith("/image"));

    assertThat(images.values()).hasSize(5).allMatch(image -> image.startsWith("stoker.test/"));
  }

  private Map<String, String> changes() {
    var changes = new TreeMap<>(lab);
    changes
        .entrySet()
        .removeIf(leaf -> Objects.equals(leaf.getValue(), tutorial.get(leaf.getKey())));
    return changes;
  }

  private static Map<String, String> leaves(String folder) {
    var leaves = new TreeMap<String, String>();
    for (var resource : Manifests.folder(folder, "kube-ops").all()) {
      var path = resource.getKind() + "/" + resource.getMetadata().getName();
      add(leaves, path, Serialization.unmarshal(Serialization.asJson(resource), JsonNode.class));
    }
    return leaves;
  }

  private static void add(Map<String, String> leaves, String path, JsonNode node) {
    if (node.isObject()) {
      node.properties()
          .forEach(field -> add(leaves, path + "/" + field.getKey(), field.getValue()));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        add(leaves, path + "/" + i, node.get(i));
      }
    } else {
      leaves.put(path, node.asText());
    }
  }
}
