package io.stoker.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.dsl.PodResource;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What Stoker takes for granted about a real kubelet. */
@Tag("cluster")
@OnApiServer
class KubeletIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Some twenty times what it takes; by itself the kubelet takes 43 s in the median. */
  private static final Duration SOON = Duration.ofSeconds(5);

  private static final String NAME = "prometheus";
  private static final String TELL_CHANGES =
      """
      while :; do
        now=$(cat /config/prometheus.yml)
        [ "$now" = "$was" ] || echo "$now"
        was=$now
        sleep 0.05
      done
      """;

  private KubernetesApi api;
  private String namespace;

  @BeforeEach
  void startPod(KubernetesApi given) {
    api = given;
    namespace = given.namespace();
    write("first");
    api.administrator().resource(podThatTellsChanges()).create();
    await("the pod runs")
        .atMost(PATIENCE)
        .ignoreExceptions() // there is no log to read before
        .until(() -> log().contains("first"));
  }

  @AfterEach
  void deletePod() {
    pod().withGracePeriod(0).delete();
  }

  @Test
  void aChangedConfigMapIsInTheVolumeSoonAfterItsPodWasAnnotated() {
    write("second");
    annotate("stoker.io/changed", Instant.now().toString());

    await("the volume has changed")
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> log().contains("second"));

    assertThat(pod().get().getStatus().getContainerStatuses())
        .allSatisfy(container -> assertThat(container.getRestartCount()).isZero());
  }

  private void write(String content) {
    var configMap =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName(NAME)
            .endMetadata()
            .withData(Map.of("prometheus.yml", content))
            .build();
    api.administrator().resource(configMap).createOr(existing -> existing.update());
  }

  private void annotate(String key, String value) {
    pod()
        .edit(
            found ->
                new PodBuilder(found)
                    .editMetadata()
                    .addToAnnotations(key, value)
                    .endMetadata()
                    .build());
  }

  private String log() {
    return pod().getLog();
  }

  private PodResource pod() {
    return api.administrator().pods().inNamespace(namespace).withName(NAME);
  }

  private Pod podThatTellsChanges() {
    return new PodBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(NAME)
        .endMetadata()
        .withNewSpec()
        .withNodeName(api.node())
        .withHostNetwork(true)
        .addNewContainer()
        .withName("reader")
        .withImage("stoker.test/box:1")
        .withImagePullPolicy("Never")
        .withCommand("sh", "-c", TELL_CHANGES)
        .addNewVolumeMount()
        .withName("config")
        .withMountPath("/config")
        .endVolumeMount()
        .endContainer()
        .addNewVolume()
        .withName("config")
        .withNewConfigMap()
        .withName(NAME)
        .endConfigMap()
        .endVolume()
        .endSpec()
        .build();
  }
}
