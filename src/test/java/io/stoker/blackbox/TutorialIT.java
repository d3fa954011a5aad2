package io.stoker.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.OnApiServer;
import io.stoker.testbed.SidecarPod;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The chore that Stoker exists for, on a real kubelet. */
@Tag("cluster")
@OnApiServer
class TutorialIT {
  private static final Duration START = Duration.ofSeconds(90);

  /** Some twenty times what it takes; by itself the kubelet takes 43 s in the median. */
  private static final Duration SOON = Duration.ofSeconds(10);

  private static final Duration KUBELETS_PACE = Duration.ofMinutes(10);

  private SidecarPod pod;

  @BeforeEach
  void create(KubernetesApi api) {
    pod = SidecarPod.create(api, Texts.main("start"), "--kubernetes");
    awaitLive("start", START);
    await("the volume is known to be complete").atMost(START).until(pod::watchesConfigMaps);
  }

  @AfterEach
  void delete() {
    pod.close();
  }

  @Test
  void aConfigMapDeletedAndCreatedAgainIsLiveAtOnce() {
    for (String revision : new String[] {"traefik", "redis"}) {
      pod.recreateConfigMap(Texts.main(revision));

      awaitLive(revision, SOON);
    }
    assertThat(pod.restarts()).isZero();
  }

  @Test
  void anAppliedConfigMapIsLiveAtOnce() {
    pod.applyConfigMap(Texts.main("applied"));

    awaitLive("applied", SOON);
  }

  /** With nothing but files, at the kubelet's pace. */
  @Tag("long")
  @Test
  void withoutTheApiServerNoneOfTenChangesIsLost(KubernetesApi api) {
    try (var alone = SidecarPod.create(api, Texts.main("start"))) {
      awaitLive(alone, "start", START);
      for (int change = 0; change < 10; change++) {
        alone.applyConfigMap(Texts.main("change-" + change));

        awaitLive(alone, "change-" + change, KUBELETS_PACE);
      }
    }
  }

  private void awaitLive(String revision, Duration atMost) {
    awaitLive(pod, revision, atMost);
  }

  private static void awaitLive(SidecarPod pod, String revision, Duration atMost) {
    await(revision + " is live")
        .atMost(atMost)
        .pollInterval(Duration.ofMillis(20))
        .ignoreExceptions()
        .until(() -> pod.serves("revision: " + revision + "\n"));
  }
}
