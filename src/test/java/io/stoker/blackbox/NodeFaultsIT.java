package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.OnApiServer;
import io.stoker.testbed.OwnNode;
import io.stoker.testbed.SidecarPod;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The sidecar with {@code --kubernetes} when parts of a real node die. */
@Tag("cluster")
@OnApiServer
class NodeFaultsIT {
  /** After an outage of the API server the kubelet's own watch was seen to take 130 s. */
  private static final Duration AT_LAST = Duration.ofMinutes(10);

  private SidecarPod pod;

  @BeforeEach
  void create(KubernetesApi api) {
    assumeThat(OwnNode.isUnderTest()).as("a given cluster is not ours to break").isTrue();
    pod = SidecarPod.create(api, Texts.main("start"), "--kubernetes");
    awaitLive("start");
    await("Stoker has heard of the ConfigMap").atMost(AT_LAST).until(pod::watchesConfigMaps);
  }

  @AfterEach
  void delete() {
    if (pod != null) {
      pod.close();
    }
  }

  @Test
  void aChangeMadeWhileStokersContainerIsStartedAgainIsNotLost() {
    pod.killStoker();
    pod.applyConfigMap(Texts.main("changed"));

    awaitLive("changed");
    await().atMost(AT_LAST).untilAsserted(() -> assertThat(pod.restarts()).isOne());
  }

  @Test
  void kubernetesShowsWhyThingsWereNotAsTheyShouldWhenStokersContainerEnded() {
    pod.applyConfigMap(Texts.badMain("bad"));
    await().atMost(AT_LAST).until(() -> pod.lastWords().contains("rejected"));

    pod.killStoker();

    await()
        .atMost(AT_LAST)
        .untilAsserted(
            () -> assertThat(pod.terminationMessage()).contains("rejected: ", MAIN + ":3: "));
  }

  @Test
  void aChangeMadeWhileTheKubeletIsStartedAgainIsNotLost() {
    OwnNode.kill("kubelet");
    pod.applyConfigMap(Texts.main("changed"));

    awaitLive("changed");
    assertThat(pod.restarts()).isZero();
  }

  @Test
  void theFirstChangeAfterTheApiServerWasStartedAgainIsNotLost() {
    OwnNode.kill("kube-apiserver");
    await("the API server is back").atMost(AT_LAST).until(() -> pod.applied(Texts.main("changed")));

    awaitLive("changed");
    assertThat(pod.restarts()).isZero();
  }

  private void awaitLive(String revision) {
    await(revision + " is live")
        .atMost(AT_LAST)
        .pollInterval(Duration.ofMillis(20))
        .ignoreExceptions()
        .until(() -> pod.serves("revision: " + revision + "\n"));
  }
}
