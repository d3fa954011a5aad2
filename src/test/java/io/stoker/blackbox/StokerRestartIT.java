package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.testbed.KubeletVolume;
import io.stoker.testbed.Tool;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** Stoker ends, by request or not, with a change that it has seen and not yet brought about. */
@OnChosenPrometheus
class StokerRestartIT {
  @Parameter Tool version;

  private KubeletVolume volume;
  private Pod pod;

  @BeforeParameterizedClassInvocation
  void start(Tool version, @TempDir Path folder) {
    volume = KubeletVolume.create(folder.resolve("config"), Map.of(MAIN, Texts.main("start")));
    pod =
        Pod.start(
            version,
            folder,
            volume.path(MAIN),
            "--delay-interval=5m",
            "--stop-grace=10s",
            "--watch-interval=1s");
  }

  @AfterParameterizedClassInvocation
  void stop() {
    pod.close();
  }

  @BeforeEach
  void settle() {
    if (!pod.stoker().process().alive()) {
      pod.stoker().start();
    }
    pod.stoker().awaitState("in-sync");
  }

  @Test
  void provesAtItsStartWhatWasPendingWhenItWasKilled() {
    volume.put(MAIN, Texts.main("killed"));
    pod.stoker().awaitState("settling");
    pod.stoker().kill();
    assertThat(pod.runs("killed")).isFalse();

    var restarted = Instant.now();
    pod.stoker().start();

    assertThat(pod.awaitProven("killed", restarted).trigger()).isEqualTo("start");
  }

  @Test
  void bringsAPendingChangeAboutBeforeItEnds() {
    volume.put(MAIN, Texts.main("finished"));
    pod.stoker().awaitState("settling");

    assertThat(pod.stoker().stop()).isZero();

    assertThat(pod.runs("finished")).isTrue();
    assertThat(lastCycle()).contains("outcome=proven").contains("trigger=change");
  }

  @Test
  void namesAPendingChangeThatItCannotBringAbout() {
    volume.put(MAIN, Texts.main("unfinished"));
    pod.stoker().awaitState("settling");
    pod.prometheus().pause();

    int code = pod.stoker().stop();

    pod.prometheus().resume();
    assertThat(code).isZero();
    assertThat(pod.stoker().log().lines().toList().getLast())
        .contains("level=warn")
        .contains("pending")
        .contains(pod.prometheus().reloadUrl());
  }

  @Test
  void endsWithZeroWhenNothingIsPending() {
    assertThat(pod.stoker().stop()).isZero();

    assertThat(pod.stoker().log()).doesNotContain("\tat ");
  }

  private String lastCycle() {
    return pod.stoker()
        .log()
        .lines()
        .filter(line -> line.contains("outcome="))
        .reduce("", (earlier, later) -> later);
  }
}
