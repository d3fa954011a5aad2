package io.stoker.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.check.CheckResult;
import io.stoker.check.Expressions;
import io.stoker.check.Expressions.Verdict;
import io.stoker.check.Finding;
import io.stoker.kubernetes.ConfigMapFacts;
import io.stoker.kubernetes.ObjectName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is found in the keys of one ConfigMap or Secret. */
class SourceCheckTest {
  private final PretendTime time = new PretendTime();
  private final PretendContents contents = new PretendContents(new Sources(time, time));

  @Test
  void aFaultIsToldWithConfigMapAndKeyAndLine() {
    CheckResult result =
        check(
            Map.of(
                "rules.yml",
                """
                groups:
                - name: api
                  rules:
                  - alert: Down
                    expr: up == 0
                    fro: 5m
                """,
                "notes.txt",
                "fro: 5m"));

    Finding fault = result.findings().getFirst();
    assertThat(fault.place()).hasToString("monitoring/config/rules.yml:6:5");
    assertThat(fault.place().part()).isEqualTo("group \"api\", rule 1, alert \"Down\"");
    assertThat(fault.cause()).isEqualTo("a rule has no such field");
    assertThat(fault.nextStep()).startsWith("remove it or mend its name");
    assertThat(fault.excerpt().orElseThrow().line()).isEqualTo("    fro: 5m");
    assertThat(result.files()).isEqualTo(1);
  }

  @Test
  void whereAKeyIsMountedIsNotKnownSoNobodyIsToldThatAPatternMatchesNothing() {
    CheckResult result =
        check(Map.of("prometheus.yml", "rule_files: [/etc/rules/*.yml, rules.yml]"));

    assertThat(result.findings()).isEmpty();
    assertThat(result.files()).isEqualTo(1);
  }

  @Test
  void aMalformedPatternIsAFaultWhereverItIsMounted() {
    assertThat(check(Map.of("prometheus.yml", "rule_files: ['rules/[a.yml']")).errors())
        .isEqualTo(1);
  }

  @Test
  void aPasswordInAConfigMapIsNotShownEither() {
    CheckResult result =
        check(Map.of("prometheus.yml", "scrape_configs:\n- {password: s3cret, password: s3cret}"));

    assertThat(result.findings()).hasSize(1);
    assertThat(result.toString()).contains("password").doesNotContain("s3cret");
  }

  @Test
  void whatASecretHoldsIsNeverRepeated() {
    String rules =
        """
        groups:
        - name: s3cret
          rules:
          - record: s3cret
            s3cret: x
            expr: s3cret{
          - {alert: s3cret, expr: up, labels: {a: '{{s3cret 1}}'}}
        """;

    List<Finding> found = check(true, Map.of("rules.yml", rules)).findings();

    assertThat(found).hasSize(3);
    assertThat(found.toString()).doesNotContain("s3cret");
    assertThat(found.getFirst().place()).hasToString("monitoring/config (Secret)/rules.yml:5:5");
    assertThat(found).allSatisfy(finding -> assertThat(finding.excerpt()).isEmpty());
  }

  private CheckResult check(Map<String, String> texts) {
    return check(false, texts);
  }

  private CheckResult check(boolean secret, Map<String, String> texts) {
    var name = new SourceName(new ObjectName("monitoring", "config"), secret);
    ConfigMapFacts source = contents.writeUnheard(name, texts);
    Expressions judge = new HeardExpressions(SourceCheckTest::judge, secret);
    return ConfigMapTexts.fetch(contents, List.of(source))
        .flatMap(new SourceCheck(source, judge)::of)
        .orElseThrow();
  }

  private static Verdict judge(String expression) {
    return expression.endsWith("{")
        ? new Verdict.Refused("1:7: unclosed brace in " + expression)
        : new Verdict.Accepted();
  }
}
