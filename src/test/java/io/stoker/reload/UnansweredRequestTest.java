package io.stoker.reload;

import static io.stoker.reload.Contents.A;
import static io.stoker.reload.Contents.B;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.check.SnapshotCheck;
import io.stoker.fingerprint.Reading;
import io.stoker.reload.ReloadCycle.Means;
import io.stoker.reload.ReloadCycle.Objection;
import io.stoker.reload.ReloadCycle.Patience;
import io.stoker.report.Outcome.Kind;
import io.stoker.report.Trigger;
import io.stoker.testbed.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A timed-out request still runs in Prometheus; another would only queue up behind it. */
class UnansweredRequestTest {
  private static final Duration GIVE_UP = Duration.ofMinutes(5);
  private static final Patience PATIENCE = new Patience(GIVE_UP, Duration.ofSeconds(30));

  private final ManualClock clock = ManualClock.at(Instant.EPOCH);
  private final StagedTarget target = new StagedTarget();
  private Reading reading = new Reading.Found(A);
  private Unanswered unanswered;

  @BeforeEach
  void timedOut() {
    unanswered = new Unanswered(A, target.status(), true, Instant.EPOCH.plus(GIVE_UP));
  }

  @Test
  void whileItRunsNoOtherIsSent() {
    var result = run();

    assertThat(result.outcome().kind()).isEqualTo(Kind.TIMED_OUT);
    assertThat(result.request()).isEqualTo(new CycleResult.Request.Open(unanswered));
    assertThat(target.reloads).isZero();
  }

  @Test
  void whileItRunsNotEvenOtherContentIsSent() {
    reading = new Reading.Found(B);

    assertThat(run().outcome().kind()).isEqualTo(Kind.TIMED_OUT);
    assertThat(target.reloads).isZero();
  }

  @Test
  void itsSuccessIsProofWhenTheFilesAreStillTheSame() {
    target.successTime++;

    var result = run();

    assertThat(result.outcome().kind()).isEqualTo(Kind.PROVEN);
    assertThat(result.baseline()).isPresent();
    assertThat(target.reloads).isZero();
  }

  @Test
  void itsSuccessWithOtherContentIsFollowedByAReload() {
    target.successTime++;
    reading = new Reading.Found(B);

    assertThat(run().outcome().kind()).isEqualTo(Kind.PROVEN);
    assertThat(target.reloads).isEqualTo(1);
  }

  @Test
  void itsSuccessIsNoProofWhenTheFilesWereWrittenBackAndForth() {
    target.successTime++;
    reading = new Reading.Found(Contents.writtenAgain("a: 1"));

    assertThat(run().outcome().kind()).isEqualTo(Kind.PROVEN);
    assertThat(target.reloads).isEqualTo(1);
  }

  @Test
  void whileItMayHaveArrivedTheTargetCountsAsUnreachable() {
    unanswered = new Unanswered(A, target.status(), false, Instant.EPOCH.plus(GIVE_UP));

    assertThat(run().outcome().kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(target.reloads).isZero();
  }

  @Test
  void anothersReloadDoesNotPassForARequestThatMayNeverHaveArrived() {
    unanswered = new Unanswered(A, target.status(), false, Instant.EPOCH.plus(GIVE_UP));
    target.successTime++;

    assertThat(run().outcome().kind()).isEqualTo(Kind.PROVEN);
    assertThat(target.reloads).isEqualTo(1);
  }

  @Test
  void itsFailureIsFollowedByAReload() {
    target.successful = false;

    assertThat(run().outcome().kind()).isEqualTo(Kind.PROVEN);
    assertThat(target.reloads).isEqualTo(1);
  }

  @Test
  void aRestartEndsIt() {
    target.processStart++;

    assertThat(run().outcome().kind()).isEqualTo(Kind.PROVEN);
    assertThat(target.reloads).isEqualTo(1);
  }

  @Test
  void afterAWhileItIsTakenForLost() {
    clock.advance(GIVE_UP.minusMillis(1));
    assertThat(run().outcome().kind()).isEqualTo(Kind.TIMED_OUT);

    clock.advance(Duration.ofMillis(1));

    assertThat(run().outcome().kind()).isEqualTo(Kind.PROVEN);
    assertThat(target.reloads).isEqualTo(1);
  }

  private CycleResult run() {
    var request = new CycleRequest(Trigger.RETRY, true, Optional.of(A), Optional.of(unanswered));
    return new ReloadCycle(
            () -> reading,
            target,
            new Means(clock, PATIENCE, SnapshotCheck.off(), ProofMemory.none(), Objection.none()))
        .run(request);
  }
}
