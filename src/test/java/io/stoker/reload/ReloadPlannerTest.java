package io.stoker.reload;

import static io.stoker.reload.Contents.A;
import static io.stoker.reload.Contents.B;
import static io.stoker.reload.Contents.C;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.fingerprint.Reading;
import io.stoker.report.Outcome.Kind;
import io.stoker.report.Trigger;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReloadPlannerTest {
  @Test
  void everyStartProvesAnewAtOnce() {
    var request = new PlannerStory().reload();

    assertThat(request)
        .isEqualTo(new CycleRequest(Trigger.START, true, Optional.empty(), Optional.empty()));
  }

  @Test
  void theFirstLookAtTheFilesIsNoChange() {
    var story = new PlannerStory();
    story.reload();
    story.look(A, new Inspection.Nothing());
    story.end(Kind.PROVEN, A);
    assertThat(story.plan()).isEqualTo(new Plan.Idle());
  }

  @Test
  void afterAProofThereIsNothingToDo() {
    var story = PlannerStory.proven(A);

    assertThat(story.plan()).isEqualTo(new Plan.Idle());
    assertThat(story.state().isSettled()).isTrue();
    assertThat(story.state().known().attempted()).contains(A);
    assertThat(story.state().known().confirmed().orElseThrow().content()).isEqualTo(A);
  }

  @Test
  void aChangeWaitsForQuietAndAsksForWhatDiffers() {
    var story = PlannerStory.proven(A);
    story.hint();
    assertThat(story.untilDue()).isEqualTo(Duration.ofMillis(150));

    assertThat(story.reloadWhenDue())
        .isEqualTo(new CycleRequest(Trigger.CHANGE, false, Optional.of(A), Optional.empty()));
  }

  @Test
  void anEndlessBurstIsReloadedAfterTheLongestWait() {
    var story = PlannerStory.proven(A);
    story.hint();
    for (int i = 0; i < 99; i++) {
      story.pass(100);
      story.hint();
    }

    assertThat(story.untilDue()).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void aSecondReloadKeepsTheGap() {
    var story = PlannerStory.proven(A);
    story.hint();
    story.reloadWhenDue();
    story.end(Kind.PROVEN, B);
    story.hint();

    assertThat(story.untilDue()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void whileACycleRunsNothingElseIsBegunAndHintsAreKept() {
    var story = PlannerStory.proven(A);
    story.hint();
    story.reloadWhenDue();
    story.hint();
    assertThat(story.plan()).isEqualTo(new Plan.Idle());

    story.end(Kind.PROVEN, B);

    assertThat(story.untilDue()).isPositive();
  }

  @Test
  void aHintWithoutChangeCostsNoReloadAndNoGap() {
    var story = PlannerStory.proven(A);
    story.hint();
    story.reloadWhenDue();
    story.end(Kind.UNCHANGED, A);
    assertThat(story.plan()).isEqualTo(new Plan.Idle());
    assertThat(story.state().known().moments().changedAt()).isEmpty();

    story.hint();

    assertThat(story.untilDue()).isEqualTo(Duration.ofMillis(150));
  }

  @Test
  void whatWasRefusedIsAttemptedButNotConfirmed() {
    var story = rejected();

    assertThat(story.state().known().attempted()).contains(B);
    assertThat(story.state().known().confirmed().orElseThrow().content()).isEqualTo(A);
    assertThat(story.untilDue()).isEqualTo(Duration.ofSeconds(30));
    assertThat(story.state().isSettled()).isTrue();
  }

  @Test
  void reloadsAgainWhenARejectedConfigIsRolledBack() {
    var story = rejected();
    story.pass(Duration.ofSeconds(10));
    story.hint();

    assertThat(story.untilDue()).isEqualTo(Duration.ofMillis(150));
    assertThat(story.reloadWhenDue().attempted()).contains(B);
    story.end(Kind.PROVEN, A);
    assertThat(story.plan()).isEqualTo(new Plan.Idle());
  }

  @Test
  void aHintWithoutChangeLeavesTheSlowRetryAsItWas() {
    var story = rejected();
    var due = story.state().retry();
    story.pass(Duration.ofSeconds(10));
    story.hint();
    assertThat(story.reloadWhenDue().evenIfUnchanged()).isFalse();
    story.end(Kind.UNCHANGED, B);

    assertThat(story.state().retry()).isEqualTo(due);
    assertThat(story.state().last().outcome().kind()).isEqualTo(Kind.REJECTED);
  }

  @Test
  void aSlowRetryReloadsEvenIfUnchanged() {
    assertThat(rejected().reloadWhenDue())
        .isEqualTo(new CycleRequest(Trigger.RETRY, true, Optional.of(B), Optional.empty()));
  }

  @Test
  void failuresInARowAreCountedAndTriedLessAndLessOften() {
    var story = new PlannerStory();
    for (int i = 1; i <= 4; i++) {
      story.reloadWhenDue();
      story.end(Kind.UNREACHABLE, A);
      assertThat(story.state().last().attempts()).isEqualTo(i);
      assertThat(story.untilDue()).isEqualTo(Duration.ofMillis(100L << i));
    }
    assertThat(story.state().isSettled()).isFalse();
  }

  @Test
  void otherContentBeginsTheCountingAnew() {
    var story = rejected();
    story.look(C, new Inspection.Nothing());
    story.reloadWhenDue();

    story.end(Kind.REJECTED, C);

    assertThat(story.state().last().attempts()).isEqualTo(1);
    assertThat(story.state().last().since()).isEqualTo(story.now());
  }

  @Test
  void whatTheFilesOvertookIsReadAgainAfterTheGap() {
    var story = PlannerStory.proven(A);
    story.hint();
    story.reloadWhenDue();
    story.end(Kind.OVERTAKEN, B);

    assertThat(story.untilDue()).isEqualTo(Duration.ofSeconds(2));
    assertThat(story.reloadWhenDue().evenIfUnchanged()).isTrue();
  }

  @Test
  void missingFilesAreAskedForUntilTheyAreThere() {
    var story = PlannerStory.proven(A);
    var missing = new Reading.Missing("gone");
    story.event(
        new ReloadEvent.Looked(
            missing, story.state().known().baseline(), new Inspection.Nothing()));
    story.reloadWhenDue();
    story.end(Kind.SOURCE_MISSING, Optional.empty(), new CycleResult.Request.NotSent());

    assertThat(story.untilDue()).isEqualTo(Duration.ofMillis(200));
    assertThat(story.state().known().confirmed().orElseThrow().content()).isEqualTo(A);
  }

  private static PlannerStory rejected() {
    var story = PlannerStory.proven(A);
    story.hint();
    story.reloadWhenDue();
    story.end(Kind.REJECTED, B);
    return story;
  }
}
