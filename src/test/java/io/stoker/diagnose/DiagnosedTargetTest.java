package io.stoker.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.reload.StagedTarget;
import io.stoker.report.Diagnoses;
import io.stoker.report.Diagnosis;
import io.stoker.report.Diagnosis.Code;
import io.stoker.target.Answer;
import io.stoker.target.CallFailure;
import io.stoker.target.Refusal;
import io.stoker.target.ReloadReply;
import io.stoker.target.ReloadUrlAdvice;
import io.stoker.target.TargetFlags;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosedTargetTest {
  private static final Path MAIN = Path.of("/etc/prometheus/prometheus.yml");

  private final StagedTarget staged = new StagedTarget();
  private final Diagnoses diagnoses = new Diagnoses();
  private final DiagnosedTarget target =
      new DiagnosedTarget(
          staged, new MainFiles(List.of(MAIN), List.of()), diagnoses, Runnable::run);

  @ParameterizedTest
  @CsvSource({
    "LIFECYCLE_DISABLED, LIFECYCLE_OFF",
    "UNAUTHORISED, WRONG_CREDENTIALS",
    "WRONG_PREFIX, WRONG_PREFIX",
    "PLAIN_HTTP_TO_TLS, PLAIN_HTTP_TO_TLS",
    "UNEXPECTED, NO_RELOAD_ENDPOINT"
  })
  void aReplyThatOnlyAPersonCanChangeIsNamedUntilAReloadIsAnswered(Refusal refusal, Code code) {
    staged.reply = new ReloadReply.Misconfigured(refusal, "with details");
    target.reload();
    staged.reply = new ReloadReply.Unavailable("HTTP 502");
    target.reload();
    assertThat(diagnoses.all())
        .containsExactly(
            new Diagnosis(
                code, target.name(), refusal.cause(), new ReloadUrlAdvice().after(refusal)));

    staged.reply = new ReloadReply.Rejected("line 3");
    target.reload();
    assertThat(diagnoses.all()).isEmpty();
  }

  @Test
  void aRefusedConfigurationThatIsServedIsNamedUntilAReloadIsTaken() {
    target.runtimeInfo();
    target.servedConfigHash();
    staged.reply = new ReloadReply.Rejected("line 3");
    staged.successful = false;
    staged.applies = false;
    target.reload();
    assertThat(codes()).as("nothing of it is served").isEmpty();

    staged.served = "another";
    target.reload();
    assertThat(codes()).containsExactly(Code.HALF_APPLIED);

    staged.reply = new ReloadReply.Accepted();
    target.reload();
    assertThat(codes()).isEmpty();
  }

  @Test
  void theFlagsAreAskedForOncePerProcess() {
    staged.flags = flags(MAIN.toString(), true);
    target.runtimeInfo();
    target.runtimeInfo();
    assertThat(target.flags()).isEqualTo(staged.flags);
    assertThat(staged.flagsAsked).isEqualTo(1);
    assertThat(codes()).containsExactly(Code.AUTO_RELOAD_ON);

    staged.flags = flags(MAIN.toString(), false);
    staged.processStart++;
    target.runtimeInfo();
    assertThat(target.flags()).isEqualTo(staged.flags);
    assertThat(staged.flagsAsked).isEqualTo(2);
    assertThat(codes()).isEmpty();
  }

  @Test
  void flagsThatCouldNotBeAskedForAreAskedForAgain() {
    staged.flags = new Answer.Missing<>(new CallFailure.TimedOut("late"));
    target.runtimeInfo();
    staged.flags = flags("/etc/other.yml", false);
    target.runtimeInfo();

    assertThat(codes()).containsExactly(Code.OTHER_CONFIG_FILE);
  }

  @Test
  void aTargetWithoutFlagsIsNotAskedAgain() {
    target.runtimeInfo();
    target.runtimeInfo();

    assertThat(staged.flagsAsked).isEqualTo(1);
    assertThat(codes()).isEmpty();
  }

  private static Answer<TargetFlags> flags(String configFile, boolean autoReload) {
    return new Answer.Given<>(new TargetFlags(configFile, autoReload));
  }

  private List<Code> codes() {
    return diagnoses.all().stream().map(Diagnosis::code).toList();
  }
}
