package io.stoker.kubernetes;

import static io.stoker.kubernetes.Volumes.POD;
import static io.stoker.kubernetes.Volumes.holding;
import static io.stoker.kubernetes.Volumes.part;
import static io.stoker.kubernetes.Volumes.version;
import static io.stoker.kubernetes.Volumes.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.kubernetes.SyncPlanner.Step;
import io.stoker.reload.VolumeState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SyncPlannerTest {
  private static final Map<String, String> OLD = Map.of("a.yml", "old");
  private static final Map<String, String> NEW = Map.of("a.yml", "new");
  private static final ConfigMapVolume VOLUME = volume(part("config"));

  private SyncPlanner planner = planner(true);
  private Instant now = Instant.parse("2026-11-25T10:00:00Z");
  private Step step =
      new Step(SyncState.NOTHING_KNOWN, new VolumeState.Unknown(), false, Optional.empty());

  @Test
  void nudgesAtOnceWhenTheApiHoldsNewerContentThanTheVolume() {
    inSync();

    heard(version(2, NEW));

    assertThat(step.nudge()).isTrue();
    assertThat(step.volumes())
        .isInstanceOfSatisfying(
            VolumeState.Behind.class, behind -> assertThat(behind.since()).isEqualTo(now));
  }

  @Test
  void isCompleteAsSoonAsTheVolumeFollows() {
    inSync();
    heard(version(2, NEW));

    read(NEW);

    assertThat(step.volumes()).isEqualTo(new VolumeState.Complete());
    assertThat(step.alarm()).isEmpty();
  }

  @Test
  void nudgesAgainAfterLongerAndLongerPausesWhileTheVolumeLags() {
    inSync();
    heard(version(2, NEW));

    assertThat(pauses(8)).containsExactly(1L, 5L, 15L, 30L, 60L, 90L, 90L, 90L);
  }

  @Test
  void nudgesAnewForANewerVersionAndCountsTheLagFromTheFirst() {
    inSync();
    heard(version(2, NEW));
    Instant first = now;
    pass(Duration.ofMillis(300));

    heard(version(3, Map.of("a.yml", "newer")));

    assertThat(step.nudge()).isTrue();
    assertThat(step.volumes())
        .isInstanceOfSatisfying(
            VolumeState.Behind.class, behind -> assertThat(behind.since()).isEqualTo(first));
  }

  @Test
  void theSameVersionHeardTwiceIsNudgedForOnce() {
    inSync();
    heard(version(2, NEW));

    heard(version(2, NEW));

    assertThat(step.nudge()).isFalse();
  }

  @Test
  void aConfigMapEditedInALoopCostsTenNudgesAndThenOneInSixSeconds() {
    inSync();
    int nudges = 0;
    for (int edit = 0; edit < 600; edit++) {
      heard(version(2 + edit, Map.of("a.yml", "edit " + edit)));
      nudges += step.nudge() ? 1 : 0;
      pass(Duration.ofMillis(100));
    }
    assertThat(nudges).isBetween(18, 20);
  }

  @Test
  void aDeletedConfigMapIsNoReasonToNudgeAndItsReturnIsOneChange() {
    inSync();

    heard(new ConfigMapVersion.Absent());
    assertThat(step.nudge()).isFalse();
    assertThat(step.volumes())
        .isInstanceOfSatisfying(
            VolumeState.Stuck.class, stuck -> assertThat(stuck.reason()).contains("last config"));

    heard(version("another uid", 5, NEW));
    assertThat(step.nudge()).isTrue();
  }

  @Test
  void whatIsHeardLateIsNotTakenForNews() {
    inSync();
    heard(version(3, NEW));
    read(NEW);

    heard(version(2, OLD));

    assertThat(step.volumes()).isEqualTo(new VolumeState.Complete());
  }

  @Test
  void withoutTheApiServerNothingIsKnownAndNothingNudged() {
    inSync();
    heard(version(2, NEW));

    event(new SyncEvent.Lost());
    assertThat(step.volumes()).isEqualTo(new VolumeState.Unknown());

    pass(Duration.ofMinutes(5));
    event(new SyncEvent.AlarmRang());
    assertThat(step.nudge()).isFalse();

    heard(version(2, NEW));
    assertThat(step.nudge()).isTrue();
  }

  @Test
  void isNeverCompleteWhileOtherFilesAreWatchedToo() {
    planner = planner(false);
    inSync();
    assertThat(step.volumes()).isEqualTo(new VolumeState.Unknown());

    heard(version(2, NEW));
    assertThat(step.nudge()).isTrue();
  }

  @Test
  void anImmutableConfigMapIsNotNudgedForInVain() {
    inSync();
    var frozen = version("another uid", 2, NEW);

    heard(new ConfigMapVersion.Present(frozen.id(), true, frozen.size(), frozen.digests()));

    assertThat(step.nudge()).isFalse();
    assertThat(step.volumes())
        .isInstanceOfSatisfying(
            VolumeState.Stuck.class, stuck -> assertThat(stuck.reason()).contains("immutable"));
  }

  private static SyncPlanner planner(boolean complete) {
    return new SyncPlanner(new OwnPod(POD, List.of(VOLUME), complete, List.of(), List.of()));
  }

  private void inSync() {
    heard(version(1, OLD));
    read(OLD);
  }

  private void heard(ConfigMapVersion version) {
    event(new SyncEvent.Heard("config", version));
  }

  private void read(Map<String, String> files) {
    event(new SyncEvent.Read(Map.of(VOLUME, holding(files))));
  }

  private void event(SyncEvent event) {
    step = planner.next(step.state(), event, now);
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  /** Seconds from each nudge to the next. */
  private List<Long> pauses(int count) {
    var pauses = new ArrayList<Long>();
    for (int i = 0; i < count; i++) {
      Instant before = now;
      now = step.alarm().orElseThrow();
      event(new SyncEvent.AlarmRang());
      assertThat(step.nudge()).isTrue();
      pauses.add(Duration.between(before, now).toSeconds());
    }
    return pauses;
  }
}
