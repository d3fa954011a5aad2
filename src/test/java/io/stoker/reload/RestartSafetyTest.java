package io.stoker.reload;

import static io.stoker.reload.Contents.A;
import static io.stoker.reload.Contents.B;
import static io.stoker.reload.Contents.C;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.fingerprint.Content;
import io.stoker.report.Outcome.Kind;
import io.stoker.report.TargetStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A target that refuses a configuration goes on, but could not start with it. */
class RestartSafetyTest {
  private final Accounts accounts = new Accounts("target", () -> 1);
  private final PlannerStory story = PlannerStory.proven(A);

  @BeforeEach
  void refuse() {
    assertThat(status().restartUnsafe()).isFalse();
    change(B, Kind.REJECTED);
  }

  @Test
  void aRefusalMakesARestartUnsafe() {
    assertThat(status().restartUnsafe()).isTrue();
  }

  @Test
  void itStaysUnsafeWhileNothingElseIsProven() {
    change(C, Kind.UNREACHABLE);

    assertThat(status().restartUnsafe()).isTrue();
  }

  @Test
  void itIsSafeAgainWhenTheRollbackIsProven() {
    change(A, Kind.PROVEN);

    assertThat(status().restartUnsafe()).isFalse();
  }

  @Test
  void itIsSafeAgainWhenTheSameContentIsProvenSinceTheCauseLayElsewhere() {
    story.reloadWhenDue();
    story.end(Kind.PROVEN, B);

    assertThat(status().restartUnsafe()).isFalse();
  }

  @Test
  void aTargetThatIsAwayAfterARefusalIsToldWithWhatKeepsItFromStarting() {
    story.reloadWhenDue();
    story.end(Kind.UNREACHABLE, B);

    assertThat(status().verdict().reason()).contains("cannot start", "mend the files");
  }

  private void change(Content content, Kind kind) {
    story.hint();
    story.reloadWhenDue();
    story.end(kind, content);
  }

  private TargetStatus status() {
    return accounts.status(story.state(), story.plan());
  }
}
