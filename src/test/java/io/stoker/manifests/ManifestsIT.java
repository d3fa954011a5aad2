package io.stoker.manifests;

import static io.stoker.manifests.Requests.dryRun;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.OnApiServer;
import io.stoker.testbed.PrometheusSetup;
import io.stoker.testbed.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A real API server accepts all that users are told to apply. */
@OnApiServer
class ManifestsIT {
  private static final Pattern JOB = Pattern.compile("(?m)job_name: (\\S+)$");

  private KubernetesClient administrator;
  private String namespace;

  @BeforeEach
  void enter(KubernetesApi api) {
    administrator = api.administrator();
    namespace = api.namespace();
  }

  @ParameterizedTest
  @MethodSource("io.stoker.manifests.Manifests#folders")
  void eachFolderCanBeApplied(String folder) {
    assertAccepted(Manifests.folder(folder, namespace));
  }

  @ParameterizedTest
  @MethodSource("io.stoker.manifests.Manifests#files")
  void eachFileCanBeApplied(Path file) {
    assertAccepted(Manifests.file(file, namespace));
  }

  /** Else the tests above would prove little. */
  @Test
  void aFieldThatTheApiServerDoesNotKnowIsRefused() {
    var config = Manifests.folder("tutorial", namespace).ofKinds("ConfigMap").getFirst();
    config.setAdditionalProperties(Map.of("daat", Map.of("prometheus.yml", "")));

    assertThatThrownBy(() -> dryRun(administrator, config)).hasMessageContaining("daat");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1-prometheus | prometheus
          2-traefik    | prometheus traefik
          3-redis      | prometheus traefik redis
          4-stoker     | prometheus traefik redis stoker
          """)
  void eachStageOfTheTutorialAddsOneJob(String stage, String jobs) {
    var file = Manifests.ROOT.resolve("tutorial/" + stage + ".yaml");

    assertThat(jobs(Manifests.file(file, namespace))).containsExactly(jobs.split(" ", -1));
  }

  @Test
  void theTutorialBeginsWithItsFirstStage() {
    assertThat(jobs(Manifests.folder("tutorial", namespace))).containsExactly("prometheus");
  }

  @ParameterizedTest
  @MethodSource("configs")
  void prometheusItselfAcceptsEachConfig(Path file, @TempDir Path folder) throws IOException {
    var config = folder.resolve("prometheus.yml");
    Files.writeString(config, config(Manifests.file(file, namespace)));

    try (var prometheus =
        PrometheusSetup.of(Tool.prometheus(), folder.resolve("data"), config).start()) {
      assertThat(prometheus.awaitReady().client().ready()).isTrue();
    }
  }

  static Stream<Path> configs() {
    return Manifests.files().stream()
        .filter(file -> !Manifests.file(file, "anywhere").ofKinds("ConfigMap").isEmpty());
  }

  private void assertAccepted(Manifests manifests) {
    assertThat(manifests.all()).isNotEmpty();
    for (GenericKubernetesResource resource : manifests.all()) {
      dryRun(administrator, resource);
    }
  }

  private static List<String> jobs(Manifests manifests) {
    return JOB.matcher(config(manifests)).results().map(found -> found.group(1)).toList();
  }

  private static String config(Manifests manifests) {
    return manifests.of(ConfigMap.class).getFirst().getData().get("prometheus.yml");
  }
}
