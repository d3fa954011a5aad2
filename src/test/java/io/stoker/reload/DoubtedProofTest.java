package io.stoker.reload;

import static io.stoker.reload.Contents.A;
import static io.stoker.reload.Contents.B;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.fingerprint.Content;
import io.stoker.report.Outcome.Kind;
import io.stoker.report.StateWord;
import io.stoker.report.TargetStatus;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What it does to the state that a proven target does not have the rules of the files. */
class DoubtedProofTest {
  private final PlannerStory story = PlannerStory.proven(A);

  @Test
  void rulesThatTheTargetDoesNotHaveMakeTheProofUnverifiableAndNoReload() {
    compared(A, "has no group");

    var since = story.now();
    assertThat(verdict())
        .isEqualTo(new TargetStatus.Verdict(StateWord.UNVERIFIABLE, "has no group", since));
    assertThat(story.state().last().outcome().kind()).isEqualTo(Kind.PROVEN);
    assertThat(story.plan()).isEqualTo(new Plan.Idle());

    story.pass(Duration.ofMinutes(1));
    compared(A, "has another group");
    assertThat(verdict().since()).as("it went on").isEqualTo(since);
  }

  @Test
  void rulesThatShowUpLaterEndIt() {
    compared(A, "has no group");
    compared(A, "");

    assertThat(verdict().state()).isEqualTo(StateWord.IN_SYNC);
  }

  @Test
  void theNextProofEndsIt() {
    compared(A, "has no group");
    story.hint();
    story.reloadWhenDue();
    story.end(Kind.PROVEN, B);

    assertThat(verdict().state()).isEqualTo(StateWord.IN_SYNC);
  }

  @Test
  void aLookThatFindsNothingNewDoesNotEndIt() {
    compared(A, "has no group");
    story.hint();
    story.reloadWhenDue();
    story.end(Kind.UNCHANGED, A);
    assertThat(verdict().state()).isEqualTo(StateWord.UNVERIFIABLE);

    story.look(A, new Inspection.Silent("no answer"));
    assertThat(verdict().state()).isEqualTo(StateWord.UNREACHABLE);

    story.look(A, new Inspection.Same(PlannerStory.BASELINE));
    assertThat(verdict().state()).isEqualTo(StateWord.UNVERIFIABLE);
  }

  @Test
  void whatHasBeenOvertakenLeavesNoDoubt() {
    compared(B, "has no group");

    assertThat(verdict().state()).isEqualTo(StateWord.IN_SYNC);
  }

  /**
   * @param difference empty for none
   */
  private void compared(Content content, String difference) {
    var found = Optional.of(difference).filter(words -> !words.isEmpty());
    story.event(new ReloadEvent.RulesCompared(content.fingerprint(), found));
  }

  private TargetStatus.Verdict verdict() {
    return new Accounts("target", () -> 1).status(story.state(), story.plan()).verdict();
  }
}
