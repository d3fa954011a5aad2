package io.stoker.reload;

import static io.stoker.reload.Contents.A;
import static io.stoker.reload.Contents.B;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.fingerprint.Content;
import io.stoker.report.Outcome.Kind;
import io.stoker.report.Trigger;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an earlier process has proven. */
class RememberedProofTest extends CycleCase {
  private static final CycleRequest START =
      new CycleRequest(Trigger.START, true, Optional.empty(), Optional.empty());

  @Test
  void whatAnEarlierProcessHasProvenIsNotReloadedAgain() {
    memory = new Remembered(A, said());

    var result = run(START);

    assertThat(result.outcome().kind()).isEqualTo(Kind.PROVEN);
    assertThat(result.outcome().reason()).contains("nothing was reloaded");
    assertThat(result.request()).isEqualTo(new CycleResult.Request.NotSent());
    assertThat(result.baseline()).contains(said());
    assertThat(target.reloads).isZero();
  }

  @Test
  void itDoesNotHoldForOtherFiles() {
    memory = new Remembered(B, said());

    assertThat(run(START).outcome().kind()).isEqualTo(Kind.PROVEN);
    assertThat(target.reloads).isOne();
  }

  @Test
  void itDoesNotHoldForAnotherRunOfTheTarget() {
    memory = new Remembered(A, said());
    target.processStart++;

    assertThat(run(START).outcome().kind()).isEqualTo(Kind.PROVEN);
    assertThat(target.reloads).isOne();
  }

  @Test
  void itCountsNoMoreOnceThisProcessHasFoundADrift() {
    memory = new Remembered(A, said());

    run(new CycleRequest(Trigger.DRIFT, true, Optional.of(A), Optional.empty()));

    assertThat(target.reloads).isOne();
  }

  @Test
  void eachProofIsKept() {
    var kept = new Remembered(B, said());
    memory = kept;

    run(START);

    assertThat(kept.content).isEqualTo(A);
    assertThat(kept.baseline).isEqualTo(said());
  }

  private Baseline said() {
    return new Baseline(target.info(), Instant.EPOCH, Optional.of("served"), Instant.EPOCH);
  }

  private static final class Remembered implements ProofMemory {
    private Content content;
    private Baseline baseline;

    Remembered(Content content, Baseline baseline) {
      this.content = content;
      this.baseline = baseline;
    }

    @Override
    public boolean isOf(Content other) {
      return content.equals(other);
    }

    @Override
    public boolean holds(Content other, Baseline now) {
      return isOf(other) && baseline.equals(now);
    }

    @Override
    public void keep(Content proven, Baseline said) {
      content = proven;
      baseline = said;
    }
  }
}
