package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.MAIN;
import static io.stoker.blackbox.Texts.main;
import static io.stoker.testbed.Rights.EVENTS;
import static io.stoker.testbed.Rights.PODS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.OnApiServer;
import io.stoker.testbed.Rights;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only the API server can tell, on a real one; the test stands for the kubelet. */
@OnApiServer
class ClusterDiagnosisIT {
  private static final String ABOUT = "ConfigMap " + PodInCluster.CONFIG;

  @TempDir Path folder;
  private PodInCluster cluster;
  private Pod pod;

  @AfterEach
  void stop() {
    pod.close();
  }

  @Test
  void namesAMountBySubPathInAnyContainerOfThePod(KubernetesApi api) {
    cluster = PodInCluster.create(api, folder, main("start"), ClusterDiagnosisIT::addSubPath);
    start();

    assertThat(pod.stoker().awaitDiagnoses("sub-path").get("sub-path").cause())
        .contains("container prometheus", "volume config", "never sees a change");
  }

  @Test
  void namesAnImmutableConfigMapUntilItIsCreatedAnew(KubernetesApi api) {
    cluster = PodInCluster.create(api, folder, main("start"));
    start();

    freeze();
    assertThat(
            pod.stoker().awaitDiagnoses("immutable-config-map").get("immutable-config-map").about())
        .isEqualTo(ABOUT);

    cluster.deleteConfigMap();
    cluster.write(main("start"));
    pod.stoker().awaitDiagnoses();
  }

  @Test
  void namesAConfigMapThatCanHardlyGrow(KubernetesApi api) {
    cluster = PodInCluster.create(api, folder, main("start"));
    start();

    cluster.write(main("large") + "#" + "x".repeat(1_000_000));
    assertThat(pod.stoker().awaitDiagnoses("near-size-limit").get("near-size-limit").about())
        .isEqualTo(ABOUT);

    cluster.write(main("small"));
    pod.stoker().awaitDiagnoses();
  }

  /** It takes the two minutes that it is about. */
  @Tag("long")
  @Test
  void namesAVolumeThatIsBehindForMinutesUntilItFollows(KubernetesApi api) {
    cluster = PodInCluster.create(api, folder, main("start"));
    start();

    cluster.write(main("changed"));
    await("it is named")
        .atMost(Duration.ofMinutes(20))
        .untilAsserted(() -> assertThat(pod.stoker().diagnoses()).containsKey("stale-file"));

    cluster.mount(main("changed"));
    pod.stoker().awaitDiagnoses();
  }

  /** Only its deletion ends it. */
  private void freeze() {
    cluster
        .api()
        .administrator()
        .configMaps()
        .inNamespace(cluster.namespace())
        .withName(PodInCluster.CONFIG)
        .edit(map -> new ConfigMapBuilder(map).withImmutable(true).build());
  }

  private void start() {
    pod = cluster.start(PODS, Rights.configMap(PodInCluster.CONFIG), EVENTS);
  }

  private static void addSubPath(io.fabric8.kubernetes.api.model.Pod pod) {
    pod.getSpec()
        .getContainers()
        .add(
            new ContainerBuilder()
                .withName("prometheus")
                .withImage("stoker.test/none:1")
                .withVolumeMounts(
                    new VolumeMountBuilder()
                        .withName("config")
                        .withMountPath("/etc/prometheus/" + MAIN)
                        .withSubPath(MAIN)
                        .build())
                .build());
  }
}
