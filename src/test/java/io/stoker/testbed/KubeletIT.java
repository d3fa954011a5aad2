package io.stoker.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.client.dsl.PodResource;
import java.time.Duration;
import java.time.Instant;
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
        now=$(cat /volume/prometheus.yml)
        [ "$now" = "$was" ] || echo "$now"
        was=$now
        sleep 0.05
      done
      """;
  private static final String ASK_FOR_NAMESPACE =
      """
      cd /var/run/secrets/kubernetes.io/serviceaccount
      curl -s --cacert ca.crt -H "Authorization: Bearer $(cat token)" \
        https://$KUBERNETES_SERVICE_HOST:$KUBERNETES_SERVICE_PORT/api/v1/namespaces/$(cat namespace)
      """;

  private KubernetesApi api;
  private String namespace;

  @BeforeEach
  void enter(KubernetesApi given) {
    api = given;
    namespace = given.namespace();
  }

  @AfterEach
  void deletePod() {
    pod().withGracePeriod(0).delete();
  }

  @Test
  void aChangedConfigMapIsInTheVolumeSoonAfterItsPodWasAnnotated() {
    write("first");
    var volume =
        new VolumeBuilder().withName("it").withNewConfigMap().withName(NAME).endConfigMap().build();
    start("stoker.test/box:1", TELL_CHANGES, volume, "/volume");
    awaitLog(PATIENCE, "first");

    write("second");
    annotate("stoker.io/changed", Instant.now().toString());

    awaitLog(SOON, "second");
    assertThat(pod().get().getStatus().getContainerStatuses())
        .allSatisfy(container -> assertThat(container.getRestartCount()).isZero());
  }

  @Test
  void aPodReachesTheApiServerWithTheTokenMountedInIt() {
    var installed = new VolumeBuilder().withName("it").withNewHostPath("/usr", "Directory").build();

    start("stoker.test/host:1", ASK_FOR_NAMESPACE, installed, "/usr");

    awaitLog(PATIENCE, "User \\\"system:serviceaccount:%s:default\\\" cannot".formatted(namespace));
  }

  private void write(String content) {
    var configMap = ConfigMaps.of(namespace, NAME, "prometheus.yml", content);
    ConfigMaps.put(api.administrator(), configMap);
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

  private void awaitLog(Duration atMost, String text) {
    await("the pod says: " + text)
        .atMost(atMost)
        .pollInterval(Duration.ofMillis(20))
        .ignoreExceptions() // there is no log before the pod runs
        .untilAsserted(() -> assertThat(pod().getLog()).contains(text));
  }

  private PodResource pod() {
    return api.administrator().pods().inNamespace(namespace).withName(NAME);
  }

  private void start(String image, String script, Volume volume, String path) {
    var container =
        new ContainerBuilder()
            .withName(NAME)
            .withImage(image)
            .withImagePullPolicy("Never")
            .withCommand("sh", "-c", script)
            .withEnv(api.environment())
            .addNewVolumeMount()
            .withName(volume.getName())
            .withMountPath(path)
            .withReadOnly(true)
            .endVolumeMount()
            .build();
    var pod =
        new PodBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName(NAME)
            .endMetadata()
            .withNewSpec()
            .withNodeName(api.node())
            .withHostNetwork(true)
            .withRestartPolicy("Never")
            .withContainers(container)
            .withVolumes(volume)
            .endSpec()
            .build();
    api.administrator().resource(pod).create();
  }
}
