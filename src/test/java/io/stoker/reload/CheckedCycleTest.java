package io.stoker.reload;

import static io.stoker.reload.Contents.A;
import static io.stoker.reload.Contents.B;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.check.CheckResult;
import io.stoker.check.Finding;
import io.stoker.check.Place;
import io.stoker.check.Severity;
import io.stoker.check.SnapshotCheck;
import io.stoker.fingerprint.Reading;
import io.stoker.report.Cause;
import io.stoker.report.Outcome;
import io.stoker.report.Stage;
import io.stoker.target.ReloadReply;
import io.stoker.yaml.Position;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckedCycleTest extends CycleCase {
  private static final Place RULE =
      new Place("/etc/rules.yml", Optional.of(new Position(5, 13)), "group \"x\", rule 1");
  private static final Finding FAULT =
      new Finding(Severity.ERROR, RULE, "no 'expr'", "add the expression", Optional.empty());
  private static final Finding DOUBT =
      new Finding(Severity.WARNING, RULE, "twice the same", "remove one", Optional.empty());

  private List<String> changed = List.of();

  @Test
  void whatAnEnforcedCheckRefusesIsNotSentAndTellsTheFirstFault() {
    check = finding(true, DOUBT, FAULT);

    CycleResult result = change(Optional.of(B));

    assertThat(target.reloads).isZero();
    assertThat(result.request()).isEqualTo(new CycleResult.Request.Withheld());
    assertThat(result.outcome())
        .isEqualTo(
            new Outcome(
                Outcome.Kind.INVALID,
                Cause.NONE,
                "/etc/rules.yml:5:13: group \"x\", rule 1: no 'expr'; add the expression",
                List.of(DOUBT, FAULT)));
    assertThat(result.stages()).containsKey(Stage.CHECK);
    assertThat(changed).containsExactly("prometheus.yml");
  }

  @Test
  void warningsKeepNothingFromTheTarget() {
    check = finding(true, DOUBT);

    CycleResult result = change(Optional.of(B));

    assertThat(result.outcome().kind()).isEqualTo(Outcome.Kind.PROVEN);
    assertThat(result.outcome().findings()).containsExactly(DOUBT);
  }

  @Test
  void aCheckThatOnlyWarnsIsMadeWhenTheTargetHasRefused() {
    check = finding(false, FAULT);
    assertThat(change(Optional.of(B)).outcome()).isEqualTo(Outcome.of(Outcome.Kind.PROVEN));

    target.reply = new ReloadReply.Rejected("one or more errors occurred while applying x");
    Outcome refused = change(Optional.of(B)).outcome();

    assertThat(refused.kind()).isEqualTo(Outcome.Kind.REJECTED);
    assertThat(refused.cause()).isEqualTo(Cause.RULE_FILE);
    assertThat(refused.reason()).startsWith("/etc/rules.yml:5:13: group \"x\", rule 1: no 'expr'");
  }

  @Test
  void theCheckTellsTheLineOfAFaultOfTheMainFileThatPrometheusLeavesOut() {
    var place = new Place("/here/p.yml", Optional.of(new Position(1, 5)), "");
    check = finding(false, new Finding(Severity.ERROR, place, "x", "y", Optional.empty()));
    target.reply =
        new ReloadReply.Rejected(
            "failed to reload config: couldn't load configuration (--config.file=\"/etc/p.yml\"): "
                + "parsing YAML file /etc/p.yml: yaml: mapping values are not allowed in this context");

    assertThat(change(Optional.of(B)).outcome().reason())
        .startsWith("/etc/p.yml:1:5: mapping values are not allowed in this context; ");
  }

  @Test
  void aFaultOfFilesThatChangedMeanwhileIsNoneOfWhatWasRead() {
    check = finding(true, FAULT);
    reading = new Reading.Found(A);
    var changing = check;
    check =
        new SnapshotCheck() {
          @Override
          public boolean enforced() {
            return true;
          }

          @Override
          public CheckResult check(List<String> files, List<String> suspects) {
            reading = new Reading.Found(B);
            return changing.check(files, suspects);
          }

          @Override
          public List<Finding> doubts(List<String> files) {
            return List.of();
          }
        };

    assertThat(change(Optional.empty()).outcome().kind()).isEqualTo(Outcome.Kind.OVERTAKEN);
  }

  private SnapshotCheck finding(boolean enforced, Finding... findings) {
    return new SnapshotCheck() {
      @Override
      public boolean enforced() {
        return enforced;
      }

      @Override
      public CheckResult check(List<String> files, List<String> suspects) {
        changed = suspects;
        int errors = (int) List.of(findings).stream().filter(Finding::isError).count();
        return new CheckResult(List.of(findings), errors, findings.length - errors, 1);
      }

      @Override
      public List<Finding> doubts(List<String> files) {
        return List.of();
      }
    };
  }
}
