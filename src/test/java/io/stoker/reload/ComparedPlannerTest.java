package io.stoker.reload;

import static io.stoker.reload.Contents.A;
import static io.stoker.reload.Contents.B;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.report.Outcome.Kind;
import io.stoker.report.StateWord;
import io.stoker.report.TargetStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a comparison of the volumes with the API server does to the plan. */
class ComparedPlannerTest {
  private final PlannerStory story = PlannerStory.proven(A);
  private final VolumeState.Behind behind = new VolumeState.Behind("waits", story.now());

  @Test
  void completeVolumesAreReloadedWithoutAQuietPeriod() {
    compared(behind);
    story.pass(120);
    story.hint();

    compared(new VolumeState.Complete());

    assertThat(story.untilDue()).isEqualTo(Duration.ZERO);
  }

  @Test
  void aVolumeThatFollowedWithoutAHintIsReloadedAllTheSame() {
    compared(behind);

    compared(new VolumeState.Complete());

    assertThat(story.untilDue()).isEqualTo(Duration.ZERO);
  }

  @Test
  void volumesThatStayCompleteAreNoChange() {
    compared(new VolumeState.Complete());

    assertThat(story.plan()).isEqualTo(new Plan.Idle());
  }

  @Test
  void theQuietPeriodRulesWhileOneOfSeveralVolumesIsBehind() {
    compared(behind);
    story.hint();
    compared(behind);

    assertThat(story.untilDue()).isEqualTo(Duration.ofMillis(150));
  }

  @Test
  void theMinimumGapHoldsForCompleteVolumesToo() {
    story.hint();
    story.pass(150);
    story.reload();
    story.end(Kind.PROVEN, B);
    compared(behind);

    compared(new VolumeState.Complete());

    assertThat(story.untilDue()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void latencyCountsFromTheWordOfTheApiServer() {
    compared(behind);
    story.pass(400);
    story.hint();
    compared(new VolumeState.Complete());

    assertThat(story.state().known().moments().changedAt()).contains(behind.since());
  }

  @Test
  void theStatusTellsWhatIsWaitedFor() {
    compared(behind);
    assertThat(verdict().state()).isEqualTo(StateWord.PENDING_KUBELET);
    assertThat(verdict().reason()).isEqualTo("waits");

    compared(new VolumeState.Stuck("no such ConfigMap"));
    assertThat(verdict().state()).isEqualTo(StateWord.IN_SYNC);
    assertThat(verdict().reason()).isEqualTo("no such ConfigMap");

    compared(new VolumeState.Unknown());
    assertThat(verdict().reason()).isEmpty();
  }

  private TargetStatus.Verdict verdict() {
    return new Accounts("target", () -> 1).status(story.state(), story.plan()).verdict();
  }

  private void compared(VolumeState volumes) {
    story.event(new ReloadEvent.VolumesCompared(volumes));
  }
}
