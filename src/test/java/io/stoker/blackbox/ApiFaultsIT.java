package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.main;
import static io.stoker.testbed.Rights.EVENTS;
import static io.stoker.testbed.Rights.PODS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.OnApiServer;
import io.stoker.testbed.Rights;
import io.stoker.testbed.SilentProxy;
import io.stoker.testbed.StokerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sidecar with {@code --kubernetes} when it loses what it had: rights, its token, a watch. */
@OnApiServer
class ApiFaultsIT {
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
  void rightsThatAreTakenAwayAreNamedAndUsedAgainOnceTheyAreBack() {
    start(UnaryOperator.identity());

    cluster.allow(Rights.configMap(PodInCluster.CONFIG));
    cluster.write(main("changed"));
    awaitLog("cannot nudge the kubelet", "resources: [pods], verbs: [get, patch]");
    mount("changed");

    cluster.allow(PODS, Rights.configMap(PodInCluster.CONFIG), EVENTS);
    cluster.write(main("again"));
    awaitNudge();
    mount("again");
  }

  @Test
  void aTokenThatIsNotAcceptedAnyMoreIsReadAnew() {
    start(UnaryOperator.identity());

    cluster.invalidateToken();
    cluster.write(main("changed"));
    awaitLog("the API server does not accept the pod's token (401)");
    mount("changed");

    cluster.renewToken();
    cluster.write(main("again"));
    awaitNudge();
    mount("again");
  }

  /** It takes until the API server is asked instead of waited for, which is once a minute. */
  @Tag("long")
  @Test
  void aWatchThatGoesSilentIsFoundOut() {
    assumeThat(KubernetesApi.given()).as("a given cluster may not be on this machine").isEmpty();
    int port = cluster.api().administrator().getMasterUrl().getPort();
    try (var proxy = SilentProxy.before(port)) {
      start(setup -> behind(proxy, port, setup));

      proxy.silence();
      cluster.write(main("changed"));

      await("the kubelet is nudged")
          .atMost(Duration.ofMinutes(10))
          .until(() -> cluster.nudge().isPresent());
      mount("changed");
    }
  }

  private StokerSetup behind(SilentProxy proxy, int port, StokerSetup setup) {
    var file = cluster.kubeconfig();
    try {
      Files.writeString(file, Files.readString(file).replace(":" + port, ":" + proxy.port()));
      return setup;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void start(UnaryOperator<StokerSetup> refinement) {
    pod = cluster.start(refinement, PODS, Rights.configMap(PodInCluster.CONFIG), EVENTS);
    awaitLog("watching ConfigMaps");
  }

  private void mount(String revision) {
    var since = Instant.now();
    cluster.mount(main(revision));
    pod.awaitProven(revision, since);
  }

  private void awaitNudge() {
    Patience.await("the kubelet is nudged").until(() -> cluster.nudge().isPresent());
  }

  private void awaitLog(String... texts) {
    Patience.await("the log tells")
        .untilAsserted(() -> assertThat(pod.stoker().log()).contains(texts));
  }
}
