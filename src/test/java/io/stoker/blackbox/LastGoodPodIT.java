package io.stoker.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.OnApiServer;
import io.stoker.testbed.SidecarPod;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pod whose ConfigMap Prometheus has refused is started again by a real kubelet. */
@Tag("cluster")
@OnApiServer
class LastGoodPodIT {
  private static final Duration AT_LAST = Duration.ofMinutes(5);

  @TempDir Path kept;
  private SidecarPod pod;

  /** Until then it writes into the folder. */
  @AfterEach
  void end() {
    if (pod != null) {
      pod.end();
    }
  }

  @Test
  void aNewPodStartsWithTheLastGoodConfigurationWhereAnotherWouldCrash(KubernetesApi api) {
    pod = SidecarPod.keeping(api, Texts.main("good"), kept);
    awaitLive("good");
    await().atMost(AT_LAST).until(() -> Files.exists(kept.resolve("good-000001/manifest")));
    assertThat(pod.handOver()).contains("leads to the live configuration");

    pod.applyConfigMap(Texts.badMain("bad"));
    await().atMost(AT_LAST).until(() -> Files.exists(kept.resolve("refused")));
    pod.replace();

    awaitLive("good");
    assertThat(pod.handOver()).contains("level=error", "LAST GOOD");
    assertThat(pod.mounted()).isEqualTo(Texts.badMain("bad"));
    await("Stoker tells of it")
        .atMost(AT_LAST)
        .ignoreExceptions() // there is no log before its container runs
        .until(() -> pod.logs("outcome=rejected"));
    assertThat(pod.restarts()).isZero();
    assertCrashes(api, Texts.badMain("bad"));

    pod.applyConfigMap(Texts.main("mended"));
    awaitLive("mended");
    assertThat(pod.restarts()).isZero();
  }

  /** What a pod without the init container does. */
  private static void assertCrashes(KubernetesApi api, String config) {
    try (var alone = SidecarPod.create(api, config)) {
      await("it is started again and again")
          .atMost(AT_LAST)
          .ignoreExceptions()
          .until(() -> alone.restarts() > 0);
    }
  }

  private void awaitLive(String revision) {
    await(revision + " is live")
        .atMost(AT_LAST)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> pod.serves("revision: " + revision + "\n"));
  }
}
