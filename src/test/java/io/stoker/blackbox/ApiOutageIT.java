package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.main;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.stoker.testbed.ApiServer;
import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.Rights;
import io.stoker.testbed.StokerSetup;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sidecar with {@code --kubernetes} when the API server goes and comes. */
class ApiOutageIT {
  private static final PolicyRule[] RIGHTS = {
    Rights.PODS, Rights.configMap(PodInCluster.CONFIG), Rights.EVENTS
  };

  @TempDir Path folder;

  @Test
  void theFilesGoOnWithoutTheApiServerAndItIsHeardAgainWhenItIsBack() {
    assumeThat(KubernetesApi.given()).as("a given cluster is not ours to stop").isEmpty();
    try (var server = ApiServer.in(folder.resolve("api")).awaitReady()) {
      var cluster = PodInCluster.create(server.api(), folder, main("start"));
      try (var pod = cluster.start(RIGHTS)) {
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
      try (var pod = cluster.start(setup -> without(server, setup), RIGHTS)) {
        awaitLog(pod, "cannot find out what this pod mounts");

        server.start();
        server.awaitReady();
        awaitLog(pod, "watching ConfigMaps");

        assertThat(pod.stoker().log()).containsOnlyOnce("cannot find out what this pod mounts");
      }
    }
  }

  /** Its etcd is compacted, so to say: a server that has just started knows nothing older. */
  @Test
  void aWatchThatIsTooOldToBeContinuedIsBegunAnew() {
    assumeThat(KubernetesApi.given()).as("a given cluster is not ours to stop").isEmpty();
    try (var server = ApiServer.in(folder.resolve("api")).awaitReady()) {
      var cluster = PodInCluster.create(server.api(), folder, main("start"));
      try (var pod = cluster.start(RIGHTS)) {
        awaitLog(pod, "watching ConfigMaps");
        String heard = cluster.version();

        server.api().namespace(); // has a ConfigMap of its own, of which Stoker does not hear
        server.kill();
        server.start();
        server.awaitReady();
        assertThat(cluster.watchSince(heard)).contains("\"code\":410");

        cluster.write(main("changed"));
        Patience.await("the kubelet is nudged").until(() -> cluster.nudge().isPresent());
        var since = Instant.now();
        cluster.mount(main("changed"));
        pod.awaitProven("changed", since);
      }
    }
  }

  private static StokerSetup without(ApiServer server, StokerSetup setup) {
    server.stop();
    return setup;
  }

  private static void awaitLog(Pod pod, String text) {
    Patience.await(text).untilAsserted(() -> assertThat(pod.stoker().log()).contains(text));
  }
}
