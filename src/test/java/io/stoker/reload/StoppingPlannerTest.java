package io.stoker.reload;

import static io.stoker.reload.Contents.A;
import static io.stoker.reload.Contents.B;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.report.Outcome.Kind;
import io.stoker.report.Trigger;
import org.junit.jupiter.api.Test;

/** What a stop does to the plan. */
class StoppingPlannerTest {
  private final PlannerStory story = PlannerStory.proven(A);

  @Test
  void aStopDoesNotWaitForQuiet() {
    story.hint();
    story.event(new ReloadEvent.StopRequested());

    assertThat(story.reload().trigger()).isEqualTo(Trigger.CHANGE);
  }

  @Test
  void aStopWithNothingPendingIsDone() {
    story.event(new ReloadEvent.StopRequested());

    assertThat(story.state().isSettled()).isTrue();
    assertThat(story.plan()).isEqualTo(new Plan.Idle());
  }

  @Test
  void aStopIsNotDoneWhileAChangeIsPending() {
    story.hint();
    assertThat(story.state().isSettled()).isFalse();
    story.reloadWhenDue();
    assertThat(story.state().isSettled()).isFalse();
    story.end(Kind.PROVEN, B);
    assertThat(story.state().isSettled()).isTrue();
  }
}
