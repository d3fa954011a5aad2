package io.stoker.reload;

import static io.stoker.reload.Contents.A;
import static io.stoker.reload.Contents.B;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.fingerprint.Reading;
import io.stoker.report.Outcome.Kind;
import io.stoker.report.Stage;
import io.stoker.report.Trigger;
import io.stoker.target.CallFailure;
import io.stoker.target.Readiness;
import io.stoker.target.Refusal;
import io.stoker.target.ReloadReply;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReloadCycleTest extends CycleCase {
  @Test
  void theContentOfTheLastAttemptIsNotReloadedAgain() {
    var result = change(Optional.of(A));

    assertThat(result.outcome().kind()).isEqualTo(Kind.UNCHANGED);
    assertThat(result.stages()).containsOnlyKeys(Stage.READ);
    assertThat(target.reloads).isZero();
  }

  @Test
  void aRetryReloadsTheContentOfTheLastAttempt() {
    var request = new CycleRequest(Trigger.RETRY, true, Optional.of(A), Optional.empty());

    assertThat(run(request).outcome().kind()).isEqualTo(Kind.PROVEN);
  }

  @Test
  void nothingIsSentWhileFilesAreMissing() {
    reading = new Reading.Missing("/etc/p.yml: does not exist");

    var result = change(Optional.empty());

    assertThat(result.outcome().kind()).isEqualTo(Kind.SOURCE_MISSING);
    assertThat(result.outcome().reason()).isEqualTo("/etc/p.yml: does not exist");
    assertThat(result.read()).isEmpty();
    assertThat(target.reloads).isZero();
  }

  @Test
  void nothingIsSentBeforeTheTargetIsReady() {
    target.readiness = new Readiness.Starting();

    assertThat(change(Optional.empty()).outcome().kind()).isEqualTo(Kind.STARTING);
    assertThat(target.reloads).isZero();
  }

  @Test
  void nothingIsSentToATargetThatDoesNotAnswer() {
    target.readiness = new Readiness.Failed(new CallFailure.NotConnected("refused"));
    assertThat(change(Optional.empty()).outcome().kind()).isEqualTo(Kind.UNREACHABLE);

    target.readiness = new Readiness.Failed(new CallFailure.Untrusted("TLS failed"));
    assertThat(change(Optional.empty()).outcome().kind()).isEqualTo(Kind.MISCONFIGURED);
    assertThat(target.reloads).isZero();
  }

  @Test
  void aTargetThatCannotTellItsStateNowIsNotReloaded() {
    target.statusFailure = new CallFailure.TimedOut("no answer in time");

    assertThat(change(Optional.empty()).outcome().kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(target.reloads).isZero();
  }

  @Test
  void aRefusalKeepsTheTargetsWords() {
    target.reply = new ReloadReply.Rejected("line 3: field x not found");

    var result = change(Optional.empty());

    assertThat(result.outcome().kind()).isEqualTo(Kind.REJECTED);
    assertThat(result.outcome().reason()).isEqualTo("line 3: field x not found");
    assertThat(result.request()).isEqualTo(new CycleResult.Request.Answered());
  }

  @Test
  void aRefusedRuleFileIsNamedByWhatChanged() {
    target.reply = new ReloadReply.Rejected("one or more errors occurred while applying x");

    assertThat(change(Optional.of(B)).outcome().reason())
        .endsWith("promtool check rules; changed: prometheus.yml");
    assertThat(change(Optional.empty()).outcome().reason()).endsWith("promtool check rules");
  }

  @Test
  void whatOnlyAPersonCanMendIsMisconfigured() {
    target.reply = new ReloadReply.Misconfigured(Refusal.LIFECYCLE_DISABLED, "enable it");

    assertThat(change(Optional.empty()).outcome().kind()).isEqualTo(Kind.MISCONFIGURED);
  }

  @Test
  void aProxyWithoutItsServerIsUnreachable() {
    target.reply = new ReloadReply.Unavailable("HTTP 502");

    assertThat(change(Optional.empty()).outcome().kind()).isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void aRequestWhoseConnectionBrokeMayStillRun() {
    target.reply = new ReloadReply.Failed(new CallFailure.Broken("reset"));
    var before = target.status();

    var result = change(Optional.empty());

    assertThat(result.outcome().kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(result.request())
        .isEqualTo(
            new CycleResult.Request.Open(
                new Unanswered(A, before, false, Instant.EPOCH.plus(PATIENCE.broken()))));
  }

  @Test
  void aTargetWithoutAnAccountCannotBeAskedWhatBecameOfARequest() {
    target.statusFailure = NOT_THERE;
    target.reply = new ReloadReply.Failed(new CallFailure.Broken("reset"));

    assertThat(change(Optional.empty()).request()).isEqualTo(new CycleResult.Request.Lost());
  }

  @Test
  void aRequestThatFoundNoConnectionWasNotSent() {
    target.reply = new ReloadReply.Failed(new CallFailure.NotConnected("refused"));

    assertThat(change(Optional.empty()).request()).isEqualTo(new CycleResult.Request.NotSent());
  }

  @Test
  void aRefusalOfFilesThatChangedMeanwhileIsNoneOfWhatWasRead() {
    target.reply = new ReloadReply.Rejected("line 3: field x not found");
    target.onReload = () -> reading = new Reading.Found(B);

    assertThat(change(Optional.empty()).outcome().kind()).isEqualTo(Kind.OVERTAKEN);
  }

  @Test
  void aRequestThatIsNotAnsweredInTimeStaysOpen() {
    target.applies = false;
    target.reply = new ReloadReply.Failed(new CallFailure.TimedOut("late"));
    var before = target.status();

    var result = change(Optional.empty());

    assertThat(result.outcome().kind()).isEqualTo(Kind.TIMED_OUT);
    assertThat(result.request())
        .isEqualTo(
            new CycleResult.Request.Open(
                new Unanswered(A, before, true, Instant.EPOCH.plus(PATIENCE.late()))));
  }
}
