package io.stoker.reload;

import static io.stoker.reload.Contents.A;
import static io.stoker.reload.Contents.B;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.fingerprint.Reading;
import io.stoker.report.Outcome;
import io.stoker.report.Outcome.Kind;
import io.stoker.report.Trigger;
import io.stoker.target.RuntimeInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a tick's look and an unanswered request do to the plan. */
class LookingPlannerTest {
  private static final Inspection SAME = new Inspection.Same(PlannerStory.BASELINE);
  private static final Inspection SILENT = new Inspection.Silent("no answer in time");

  private final PlannerStory story = PlannerStory.proven(A);

  @Test
  void aLookThatFindsNothingNewChangesNothing() {
    var before = story.state();

    story.look(A, SAME);

    assertThat(story.state()).isEqualTo(before);
    assertThat(story.plan()).isEqualTo(new Plan.Idle());
  }

  @Test
  void aChangeThatNobodyHintedAtIsFoundByTheLookOnce() {
    story.look(B, SAME);
    assertThat(story.untilDue()).isEqualTo(Duration.ofMillis(150));

    story.pass(100);
    story.look(B, SAME);

    assertThat(story.untilDue())
        .as("the same change is no other hint")
        .isEqualTo(Duration.ofMillis(50));
  }

  @Test
  void aLookDuringABurstDoesNotProlongIt() {
    story.hint();
    story.pass(100);

    story.look(B, SAME);

    assertThat(story.untilDue()).isEqualTo(Duration.ofMillis(50));
  }

  @Test
  void driftIsReloadedAtOnceEvenIfUnchanged() {
    story.look(A, new Inspection.Drifted("other config"));

    assertThat(story.reload())
        .isEqualTo(new CycleRequest(Trigger.DRIFT, true, Optional.of(A), Optional.empty()));
  }

  @Test
  void driftThatIsOnlyReportedIsToldUntilItIsGoneOrTheFilesChange() {
    var reporting = PlannerStory.proven(A, DriftPolicy.REPORT);
    reporting.look(A, new Inspection.Drifted("other config"));
    assertThat(reporting.plan()).isEqualTo(new Plan.Idle());
    assertThat(reporting.state().last().outcome())
        .isEqualTo(new Outcome(Kind.DRIFTED, "other config"));

    reporting.look(A, SAME);
    assertThat(reporting.state().last().outcome().kind()).isEqualTo(Kind.PROVEN);

    reporting.look(A, new Inspection.Drifted("other config"));
    reporting.look(B, new Inspection.Drifted("other config"));
    reporting.pass(Duration.ofSeconds(1));
    assertThat(reporting.reload().trigger()).isEqualTo(Trigger.CHANGE);
  }

  @Test
  void aRestartIsProvenAnew() {
    story.look(A, new Inspection.Restarted());

    assertThat(story.reload().trigger()).isEqualTo(Trigger.RESTART);
  }

  @Test
  void whatALookFoundBeforeAReloadOfOursCountsNoMore() {
    var stale = Optional.of(story.state().known().baseline().orElseThrow());
    var other =
        new Baseline(
            new RuntimeInfo("s", "m", true), Instant.EPOCH, Optional.of("i"), Instant.EPOCH);
    story.look(A, new Inspection.Same(other));

    story.event(
        new ReloadEvent.Looked(new Reading.Found(A), stale, new Inspection.Drifted("stale")));

    assertThat(story.plan()).isEqualTo(new Plan.Idle());
    assertThat(story.state().known().baseline()).contains(other);
  }

  @Test
  void driftSeenDuringACycleIsLeftToItsEnd() {
    story.hint();
    story.reloadWhenDue();

    story.look(A, new Inspection.Drifted("our own reload"));

    assertThat(story.state().retry()).isEmpty();
  }

  @Test
  void aSilentTargetIsToldButNothingIsSentToIt() {
    story.look(A, SILENT);

    assertThat(story.plan()).isEqualTo(new Plan.Idle());
    assertThat(story.state().last().outcome().kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(story.state().last().outcome().reason()).isEqualTo("no answer in time");
  }

  @Test
  void silenceCountsFromItsBeginning() {
    story.look(A, SILENT);
    var first = story.state().last();
    story.pass(Duration.ofSeconds(5));

    story.look(A, SILENT);

    assertThat(story.state().last()).isEqualTo(first);
  }

  @Test
  void aTargetThatAnswersAgainIsWhatItWasProvenToBe() {
    story.look(A, SILENT);
    story.look(A, SAME);

    assertThat(story.state().last().outcome().kind()).isEqualTo(Kind.PROVEN);
    assertThat(story.plan()).isEqualTo(new Plan.Idle());
  }

  @Test
  void aRequestThatIsNotAnsweredIsRememberedAndAskedAfter() {
    var open = timeOut();

    var request = story.reloadWhenDue();

    assertThat(request.unanswered()).contains(open);
    assertThat(request.attempted()).contains(B);
  }

  @Test
  void itIsForgottenWhenTheNextRequestIsAnswered() {
    timeOut();
    story.reloadWhenDue();
    story.end(Kind.PROVEN, B);

    assertThat(story.state().known().unanswered()).isEmpty();
  }

  @Test
  void itIsRememberedWhileTheTargetCannotBeReached() {
    var open = timeOut();
    story.reloadWhenDue();
    story.end(Kind.UNREACHABLE, B);

    assertThat(story.reloadWhenDue().unanswered()).contains(open);
  }

  @Test
  void itsLateSuccessIsAProofWithoutAnotherRequest() {
    timeOut();
    story.reloadWhenDue();
    story.end(Kind.PROVEN, Optional.of(B), new CycleResult.Request.NotSent());

    assertThat(story.state().known().attempted()).contains(B);
    assertThat(story.state().known().confirmed().orElseThrow().content()).isEqualTo(B);
    assertThat(story.state().known().unanswered()).isEmpty();
  }

  @Test
  void aLostRequestIsSentAgain() {
    story.hint();
    story.reloadWhenDue();
    story.end(Kind.UNREACHABLE, Optional.of(B), new CycleResult.Request.Lost());

    assertThat(story.state().known().attempted()).contains(A);
    assertThat(story.reloadWhenDue().evenIfUnchanged()).isTrue();
  }

  private Unanswered timeOut() {
    story.hint();
    story.reloadWhenDue();
    var open = story.unanswered(B);
    story.end(Kind.TIMED_OUT, Optional.of(B), new CycleResult.Request.Open(open));
    return open;
  }
}
