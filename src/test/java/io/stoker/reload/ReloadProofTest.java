package io.stoker.reload;

import static io.stoker.reload.Contents.A;
import static io.stoker.reload.Contents.B;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.fingerprint.Reading;
import io.stoker.report.Outcome.Kind;
import io.stoker.report.Stage;
import io.stoker.target.CallFailure;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What counts as proof, and what does not. */
class ReloadProofTest extends CycleCase {
  @Test
  void aReloadIsProvenByTheTargetsOwnAccount() {
    var result = change(Optional.of(B));

    assertThat(result.outcome().kind()).isEqualTo(Kind.PROVEN);
    assertThat(result.read()).contains(A);
    assertThat(result.request()).isEqualTo(new CycleResult.Request.Answered());
    assertThat(result.baseline())
        .contains(new Baseline(target.info(), Instant.EPOCH, Optional.of("served"), Instant.EPOCH));
    assertThat(result.stages())
        .containsOnlyKeys(Stage.READ, Stage.READY, Stage.RELOAD, Stage.VERIFY, Stage.REREAD);
    assertThat(target.reloads).isEqualTo(1);
  }

  @Test
  void aTargetWithoutAnAccountIsReloadedButNotVerified() {
    target.statusFailure = NOT_THERE;

    var result = change(Optional.empty());

    assertThat(result.outcome().kind()).isEqualTo(Kind.UNVERIFIABLE);
    assertThat(target.reloads).isEqualTo(1);
  }

  @Test
  void anAnswerOfSuccessAloneProvesNothing() {
    target.applies = false;

    var result = change(Optional.empty());

    assertThat(result.outcome().kind()).isEqualTo(Kind.UNCONFIRMED);
    assertThat(result.baseline()).isEmpty();
  }

  @Test
  void aSwapDuringTheReloadLeavesItUnproven() {
    target.onReload = () -> reading = new Reading.Found(B);
    var result = change(Optional.empty());

    assertThat(result.outcome().kind()).isEqualTo(Kind.OVERTAKEN);
    assertThat(result.read()).contains(A);

    reading = new Reading.Found(A);
    target.onReload = () -> reading = new Reading.Missing("gone");
    assertThat(change(Optional.empty()).outcome().kind()).isEqualTo(Kind.OVERTAKEN);
  }

  @Test
  void aSwapIsNoticedAlsoWhereTheTargetHasNoAccount() {
    target.statusFailure = NOT_THERE;
    target.onReload = () -> reading = new Reading.Found(B);

    assertThat(change(Optional.empty()).outcome().kind()).isEqualTo(Kind.OVERTAKEN);
  }

  @Test
  void filesWrittenBackAndForthDuringTheReloadLeaveItUnproven() {
    target.onReload = () -> reading = new Reading.Found(Contents.writtenAgain("a: 1"));

    assertThat(change(Optional.empty()).outcome().kind()).isEqualTo(Kind.OVERTAKEN);
  }

  @Test
  void aTargetThatWasRestartedDuringItsReloadIsNotProven() {
    target.onReload = () -> target.processStart++;

    assertThat(change(Optional.empty()).outcome().kind()).isEqualTo(Kind.UNCONFIRMED);
  }

  @Test
  void withoutABaselineALaterRestartWouldPassUnseen() {
    target.infoFailure = new CallFailure.TimedOut("no answer in time");
    assertThat(change(Optional.empty()).outcome().kind()).isEqualTo(Kind.UNCONFIRMED);

    target.infoFailure = NOT_THERE;
    assertThat(change(Optional.empty()).outcome().kind()).isEqualTo(Kind.PROVEN);
  }
}
