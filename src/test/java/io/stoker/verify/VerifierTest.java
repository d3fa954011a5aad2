package io.stoker.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.target.Answer;
import io.stoker.target.CallFailure;
import io.stoker.target.ConfigStatus;
import org.junit.jupiter.api.Test;

class VerifierTest {
  private static final ConfigStatus BEFORE = new ConfigStatus(true, 100.25, 10);

  @Test
  void anotherSuccessTimeIsTheProof() {
    assertThat(judge(BEFORE, new ConfigStatus(true, 100.5, 10)))
        .isEqualTo(new Verification.Proven());
  }

  @Test
  void aTimeThatWentBackProvesToo() {
    assertThat(judge(BEFORE, new ConfigStatus(true, 99, 10))).isEqualTo(new Verification.Proven());
  }

  @Test
  void successAfterAFailureIsProof() {
    assertThat(judge(new ConfigStatus(false, 100.25, 10), new ConfigStatus(true, 101, 10)))
        .isEqualTo(new Verification.Proven());
  }

  @Test
  void theSameSuccessTimeRefutesAnAnswerOfSuccess() {
    assertThat(judge(BEFORE, BEFORE))
        .isEqualTo(new Verification.Refuted("the target answered success, but did not reload"));
  }

  @Test
  void aFailedReloadIsNeverProofWhateverItsTime() {
    assertThat(judge(BEFORE, new ConfigStatus(false, 101, 10)))
        .isInstanceOf(Verification.Refuted.class);
  }

  @Test
  void aRestartInBetweenMayHaveReadOtherFiles() {
    assertThat(judge(BEFORE, new ConfigStatus(true, 100.5, 11)))
        .isEqualTo(new Verification.Refuted("the target was restarted during its reload"));
  }

  @Test
  void aTargetWithoutAnAccountCannotBeVerified() {
    var none = new Answer.Missing<ConfigStatus>(new CallFailure.NotThere("HTTP 404"));

    assertThat(Verifier.judge(none, none)).isInstanceOf(Verification.Unverifiable.class);
    assertThat(Verifier.judge(none, new Answer.Given<>(BEFORE)))
        .isInstanceOf(Verification.Unverifiable.class);
  }

  @Test
  void aTargetThatFallsSilentAfterTheRequestProvesNothing() {
    var silent = new Answer.Missing<ConfigStatus>(new CallFailure.TimedOut("no answer in time"));

    assertThat(Verifier.judge(new Answer.Given<>(BEFORE), silent))
        .isEqualTo(
            new Verification.Refuted(
                "the target could not be asked whether it reloaded: no answer in time"));
  }

  private static Verification judge(ConfigStatus before, ConfigStatus after) {
    return Verifier.judge(new Answer.Given<>(before), new Answer.Given<>(after));
  }
}
