package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.main;
import static io.stoker.testbed.Rights.EVENTS;
import static io.stoker.testbed.Rights.PODS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.OnApiServer;
import io.stoker.testbed.Rights;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sidecar with {@code --kubernetes} on a real API server; the test stands for the kubelet. */
@OnApiServer
class KubernetesIT {
  private static final PolicyRule CONFIG_MAPS = Rights.configMap(PodInCluster.CONFIG);

  @TempDir Path folder;
  private PodInCluster cluster;
  private Pod pod;

  @BeforeEach
  void createPod(KubernetesApi api) {
    cluster = PodInCluster.create(api, folder, main("start"));
  }

  @AfterEach
  void stop() {
    pod.close();
  }

  @Test
  void makesTheKubeletHurryAndProvesWhatItBrings() {
    pod = cluster.start(PODS, CONFIG_MAPS, EVENTS);

    var since = Instant.now();
    cluster.write(main("changed"));
    pod.stoker().awaitState("pending-kubelet");
    Patience.await("the kubelet is nudged").until(() -> cluster.nudge().isPresent());
    assertThat(pod.stoker().target().reason()).contains("prometheus-config");
    assertThat(pod.stoker().metrics().sum("stoker_volume_lag_seconds", "")).isPositive();

    cluster.mount(main("changed"));
    pod.awaitProven("changed", since);
    assertThat(pod.stoker().metrics().sum("stoker_volume_lag_seconds", "")).isZero();
  }

  @Test
  void nudgesAgainWhileTheVolumeLags() {
    pod = cluster.start(PODS, CONFIG_MAPS, EVENTS);

    cluster.write(main("changed"));
    Patience.await("the kubelet is nudged").until(() -> cluster.nudge().isPresent());
    Optional<String> first = cluster.nudge();

    Patience.await("it is nudged again").until(() -> !cluster.nudge().equals(first));
  }

  @Test
  void aConfigMapThatIsDeletedAndCreatedAnewIsOneChange() {
    pod = cluster.start(PODS, CONFIG_MAPS, EVENTS);
    int before = pod.reloads();

    var since = Instant.now();
    cluster.deleteConfigMap();
    pod.stoker().awaitTarget(target -> target.reason().contains("does not exist"));
    assertThat(pod.stoker().target().state()).isEqualTo("in-sync");
    assertThat(cluster.nudge()).isEmpty();
    cluster.write(main("changed"));
    Patience.await("the kubelet is nudged").until(() -> cluster.nudge().isPresent());
    cluster.mount(main("changed"));

    pod.awaitProven("changed", since);
    assertThat(pod.reloads()).isEqualTo(before + 1);
  }

  @Test
  void tellsOfReloadsAndRefusalsByEvents() {
    pod = cluster.start(PODS, CONFIG_MAPS, EVENTS);

    change("changed");
    awaitEvent("ConfigReloaded", "runs the configuration");

    var refused = "global: {scrape_interval: never}\n";
    cluster.write(refused);
    cluster.mount(refused);
    awaitEvent("ConfigRejected", "never");
    awaitEvent("RestartUnsafe", "would not start with it");
  }

  @Test
  void withoutTheRightToReadItsPodTheFilesGoOnAndTheMissingRuleIsNamed() {
    pod = cluster.start(CONFIG_MAPS, EVENTS);

    awaitLog("cannot find out what this pod mounts", "resources: [pods], verbs: [get, patch]");
    change("changed");
  }

  @Test
  void withoutTheRightToWatchTheFilesGoOnAndTheMissingRuleIsNamed() {
    pod = cluster.start(PODS, EVENTS);

    awaitLog("cannot watch ConfigMap prometheus-config", "resourceNames: [prometheus-config]");
    change("changed");
  }

  @Test
  void withoutTheRightToNudgeTheKubeletTakesItsTimeAndTheMissingRuleIsNamed() {
    pod = cluster.start(Rights.rule("pods", "get"), CONFIG_MAPS, EVENTS);

    cluster.write(main("changed"));
    awaitLog("cannot nudge the kubelet", "resources: [pods], verbs: [get, patch]");
    var since = Instant.now();
    cluster.mount(main("changed"));
    pod.awaitProven("changed", since);
  }

  @Test
  void withoutTheRightToWriteEventsAllElseGoesOnAndTheMissingRuleIsNamed() {
    pod = cluster.start(PODS, CONFIG_MAPS);

    change("changed");
    awaitLog("cannot write Events", "resources: [events], verbs: [create]");
  }

  private void change(String revision) {
    var since = Instant.now();
    cluster.write(main(revision));
    cluster.mount(main(revision));
    pod.awaitProven(revision, since);
  }

  private void awaitLog(String... texts) {
    Patience.await("the log tells")
        .untilAsserted(() -> assertThat(pod.stoker().log()).contains(texts));
  }

  private void awaitEvent(String reason, String message) {
    Patience.await(reason)
        .untilAsserted(
            () ->
                assertThat(cluster.events())
                    .filteredOn(event -> event.getReason().equals(reason))
                    .extracting(event -> event.getInvolvedObject().getKind())
                    .contains("Pod", "ConfigMap"));
    assertThat(cluster.events())
        .filteredOn(event -> event.getReason().equals(reason))
        .allSatisfy(event -> assertThat(event.getMessage()).contains(message));
  }
}
