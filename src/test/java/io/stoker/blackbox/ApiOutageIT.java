package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.main;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.stoker.testbed.ApiServer;
import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.PrometheusProcess;
import io.stoker.testbed.Rights;
import io.stoker.testbed.StokerSetup;
import io.stoker.testbed.Tool;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sidecar with {@code --kubernetes} when the API server goes and comes. */
class ApiOutageIT {
  @TempDir Path folder;

  @Test
  void theFilesGoOnWithoutTheApiServerAndItIsHeardAgainWhenItIsBack() {
    assumeThat(KubernetesApi.given()).as("a given cluster is not ours to stop").isEmpty();
    try (var server = ApiServer.in(folder.resolve("api")).awaitReady()) {
      var cluster = PodInCluster.create(server.api(), folder, main("start"));
      try (var pod = start(cluster)) {
        awaitLog(pod, "watching ConfigMaps");

        server.kill(); // asked to stop it would wait a minute for the watch to end
        awaitLog(pod, "cannot watch ConfigMap prometheus-config");
        var away = Instant.now();
        cluster.mount(main("away"));
        pod.awaitProven("away", away);

        server.start();
        server.awaitReady();
        cluster.write(main("back"));
        Patience.await("the kubelet is nudged").until(() -> cluster.nudge().isPresent());
        var back = Instant.now();
        cluster.mount(main("back"));
        pod.awaitProven("back", back);
      }
    }
  }

  @Test
  void anApiServerThatCannotBeReachedAtTheStartIsFoundLater() {
    assumeThat(KubernetesApi.given()).as("a given cluster is not ours to stop").isEmpty();
    try (var server = ApiServer.in(folder.resolve("api")).awaitReady()) {
      var cluster = PodInCluster.create(server.api(), folder, main("start"));
      var setup = setup(cluster);
      server.stop();
      try (var pod = new Pod(setup.prometheus(), setup.stoker().start())) {
        awaitLog(pod, "cannot find out what this pod mounts");

        server.start();
        server.awaitReady();
        awaitLog(pod, "watching ConfigMaps");

        assertThat(pod.stoker().log()).containsOnlyOnce("cannot find out what this pod mounts");
      }
    }
  }

  private record Setup(PrometheusProcess prometheus, StokerSetup stoker) {}

  private Setup setup(PodInCluster cluster) {
    var config = cluster.volume().path(Texts.MAIN);
    var prometheus = Pod.prometheus(Tool.PROMETHEUS_3, folder, config).start().awaitReady();
    var rights = Rights.configMap(PodInCluster.CONFIG);
    var setup = StokerSetup.beside(prometheus, config, folder.resolve("stoker"));
    return new Setup(prometheus, cluster.with(setup, Rights.PODS, rights, Rights.EVENTS));
  }

  private Pod start(PodInCluster cluster) {
    var setup = setup(cluster);
    var pod = new Pod(setup.prometheus(), setup.stoker().start());
    pod.stoker().awaitState("in-sync");
    return pod;
  }

  private static void awaitLog(Pod pod, String text) {
    Patience.await(text).untilAsserted(() -> assertThat(pod.stoker().log()).contains(text));
  }
}
