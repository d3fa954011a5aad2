package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.testbed.KubeletVolume;
import io.stoker.testbed.Tool;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** A mounted ConfigMap changes. */
@Tag("smoke")
@OnBothPrometheus
class VolumeSwapIT {
  private static final Duration MIN_GAP = Duration.ofSeconds(2);

  @Parameter Tool version;

  private KubeletVolume volume;
  private Pod pod;

  @BeforeParameterizedClassInvocation
  void start(Tool version, @TempDir Path folder) {
    volume = KubeletVolume.create(folder.resolve("config"), Map.of(MAIN, Texts.main("start")));
    pod = Pod.start(version, folder, volume.path(MAIN));
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
  void reloadsExactlyOnceForOneVolumeSwap() {
    int before = pod.reloads();

    var swapped = volume.put(MAIN, Texts.main("once"));

    var reload = pod.awaitProven("once", swapped);
    assertThat(reload.outcome()).isEqualTo("proven");
    assertThat(reload.trigger()).isEqualTo("change");
    assertThat(reload.changedFiles()).containsExactly(volume.path(MAIN).toString());
    assertThat(reload.stages()).containsKeys("read", "ready", "reload", "verify", "reread");
    assertThat(reload.changeToProven()).isPresent();
    pod.awaitNothingFoundAfter(volume::rewrite);
    assertThat(pod.reloads()).isEqualTo(before + 1);
  }

  @Test
  void reloadsAtMostTwiceForTenSwapsInTwoSeconds() {
    int before = pod.reloads();
    var rhythm = new Rhythm(Duration.ofMillis(200));

    var begin = Instant.now();
    rhythm.beat(10, beat -> volume.put(MAIN, Texts.main("swap-" + beat)));
    var lastSwap = Instant.now();

    pod.awaitProven("swap-9", lastSwap);
    pod.awaitNothingFoundAfter(volume::rewrite);
    // a machine that was too busy for ten swaps in two seconds has time for more reloads
    long gaps = Math.ceilDiv(Duration.between(begin, lastSwap).toMillis(), MIN_GAP.toMillis());
    assertThat(pod.reloads() - before).isBetween(1, (int) gaps + 1);
  }

  @Test
  void doesNotReloadForANewFolderWithTheSameContent() {
    int before = pod.reloads();
    var confirmed = pod.stoker().target();

    pod.awaitNothingFoundAfter(volume::rewrite);

    assertThat(pod.reloads()).isEqualTo(before);
    assertThat(pod.stoker().target().confirmed()).isEqualTo(confirmed.confirmed());
    assertThat(pod.stoker().target().provenAt()).isEqualTo(confirmed.provenAt());
  }

  @Test
  void noticesKeysThatAreAddedAndRemoved() {
    var added = volume.put("rules/added.yml", Texts.rules("added"));
    var addition = pod.awaitRulesProven("added", added);
    assertThat(addition.changedFiles()).containsExactly(volume.path("rules/added.yml").toString());

    var removed = volume.remove("rules/added.yml");
    Patience.await("the rules are gone").until(() -> !pod.evaluates("added"));
    pod.stoker().awaitTarget(target -> target.provenAfter(removed));
    assertThat(pod.stoker().reloads().getFirst().changedFiles())
        .containsExactly(volume.path("rules/added.yml").toString());
  }
}
