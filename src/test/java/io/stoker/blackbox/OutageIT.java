package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.testbed.Http;
import io.stoker.testbed.KubeletVolume;
import io.stoker.testbed.StokerReload;
import io.stoker.testbed.Tool;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** Prometheus is down, hangs, or comes back with something else than was proven. */
@OnChosenPrometheus
class OutageIT {
  @Parameter Tool version;

  private KubeletVolume volume;
  private Pod pod;

  @BeforeParameterizedClassInvocation
  void start(Tool version, @TempDir Path folder) {
    volume = KubeletVolume.create(folder.resolve("config"), Map.of(MAIN, Texts.main("start")));
    pod = Pod.start(version, folder, volume.path(MAIN), "--watch-interval=1s");
  }

  @AfterParameterizedClassInvocation
  void stop() {
    pod.close();
  }

  @BeforeEach
  void settle() {
    pod.stoker().awaitState("in-sync");
  }

  @Test
  void provesTheUpdateAfterAShortOutageInItsMiddle() {
    goThroughAnOutageOf(Duration.ofSeconds(8));
  }

  @Test
  @Tag("long")
  void provesTheUpdateAfterThirtySecondsOfOutageInItsMiddle() {
    goThroughAnOutageOf(Duration.ofSeconds(30));
  }

  private void goThroughAnOutageOf(Duration outage) {
    pod.prometheus().pause();
    volume.put(MAIN, Texts.main("before-outage"));
    pod.stoker().awaitTarget(target -> !target.inSync());
    pod.prometheus().kill();
    pod.stoker().awaitState("unreachable");
    volume.put(MAIN, Texts.main("in-outage"));
    Awaitility.await("the outage is long enough")
        .pollDelay(outage)
        .atMost(outage.plus(Patience.LONGEST))
        .until(() -> true);

    var up = Instant.now();
    pod.prometheus().start();

    pod.awaitProven("in-outage", up);
    pod.awaitNothingFoundAfter(volume::rewrite);
    assertThat(pod.reloads()).as("no queue of reloads was left behind").isEqualTo(1);
  }

  @Test
  void provesTheUpdateOnceAHangingPrometheusGoesOn() {
    int before = pod.reloads();
    pod.prometheus().pause();
    volume.put(MAIN, Texts.main("hung-1"));
    pod.stoker().awaitState("unreachable");
    volume.put(MAIN, Texts.main("hung-2"));
    double tries = pod.cycles("unreachable");
    Patience.await("it is tried again").until(() -> pod.cycles("unreachable") > tries);

    var resumed = Instant.now();
    pod.prometheus().resume();

    pod.awaitProven("hung-2", resumed);
    pod.awaitNothingFoundAfter(volume::rewrite);
    assertThat(pod.reloads()).as("no queue of reloads was left behind").isEqualTo(before + 1);
  }

  @Test
  void mendsAPrometheusThatWasRestartedWithOtherContent() {
    var proven = volume.put(MAIN, Texts.main("proven"));
    pod.awaitProven("proven", proven);

    // Stoker sees nothing of all this: its files are in the end what they were
    pod.stoker().process().pause();
    pod.prometheus().stop();
    volume.put(MAIN, Texts.main("other"));
    pod.prometheus().start();
    pod.prometheus().awaitReady();
    assertThat(pod.runs("other")).isTrue();
    volume.put(MAIN, Texts.main("proven"));
    var back = Instant.now();
    pod.stoker().process().resume();

    assertThat(pod.awaitProven("proven", back).trigger()).isEqualTo("restart");
  }

  @Test
  void mendsAPrometheusThatSomebodyElseReloaded() {
    var proven = volume.put(MAIN, Texts.main("ours"));
    StokerReload ours = pod.awaitProven("ours", proven);

    pod.stoker().process().pause();
    volume.put(MAIN, Texts.main("theirs"));
    reloadLikeSomebodyElse(ours);
    assertThat(pod.runs("theirs")).isTrue();
    volume.put(MAIN, Texts.main("ours"));
    var back = Instant.now();
    pod.stoker().process().resume();

    assertThat(pod.awaitProven("ours", back).trigger()).isEqualTo("drift");
  }

  /**
   * Prometheus tells its last reload to the second: one within the second of ours looks like it.
   */
  private void reloadLikeSomebodyElse(StokerReload ours) {
    Patience.await("another second has begun")
        .until(() -> Instant.now().isAfter(ours.startedAt().plusSeconds(3)));
    var reply = Http.post(pod.prometheus().reloadUrl(), Patience.LONGEST);
    assertThat(reply.ok()).isTrue();
  }
}
