package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.testbed.KubeletVolume;
import io.stoker.testbed.Tool;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** A minute in which the volume changes every half second, which both pods live through at once. */
@OnChosenPrometheus
class SteadyChangeIT {
  private static final int SWAPS = 120;
  private static final Duration MAX_WAIT = Duration.ofSeconds(10);
  private static final Duration BUSY_MACHINE = Duration.ofSeconds(5);

  @Parameter Tool version;

  private final ReloadTimes quietAtTimes = new ReloadTimes();
  private final ReloadTimes neverQuiet = new ReloadTimes();
  private Pod byDefault;
  private Pod slow;

  @BeforeParameterizedClassInvocation
  void liveThroughTheMinute(Tool version, @TempDir Path folder) {
    var volume = KubeletVolume.create(folder.resolve("config"), Map.of(MAIN, Texts.main("start")));
    byDefault = Pod.start(version, folder.resolve("default"), volume.path(MAIN));
    slow = Pod.start(version, folder.resolve("slow"), volume.path(MAIN), "--delay-interval=1s");
    new Rhythm(Duration.ofMillis(500))
        .beat(
            SWAPS,
            beat -> {
              volume.put(MAIN, Texts.main("swap-" + beat));
              quietAtTimes.look(byDefault.reloads());
              neverQuiet.look(slow.reloads());
            });
    var lastSwap = Instant.now();
    for (var pod : List.of(byDefault, slow)) {
      pod.awaitProven("swap-" + (SWAPS - 1), lastSwap);
    }
  }

  @AfterParameterizedClassInvocation
  void stop() {
    byDefault.close();
    slow.close();
  }

  @Test
  void reloadsAtLeastEveryMaximumWaitUnderSteadyChange() {
    assertThat(quietAtTimes.longestGap()).isLessThan(MAX_WAIT.plus(BUSY_MACHINE));
  }

  @Test
  void reloadsAtLeastEveryMaximumWaitThoughItIsNeverQuiet() {
    assertThat(neverQuiet.longestGap()).isLessThan(MAX_WAIT.plus(BUSY_MACHINE));
  }

  @Test
  void debouncesWhatIsNeverQuiet() {
    assertThat(neverQuiet.reloads()).isLessThan(SWAPS / 5);
  }
}
