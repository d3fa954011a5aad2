package io.stoker.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What rulefmt of Prometheus 2.53.3 and 3.5.3 says of the same texts; ⏎ is a line break. */
class RuleFileCheckTest {
  private static final String HEAD = "groups:\n- name: g\n  rules:\n  - ";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "up                      | error 1:1: a rule file has to begin with 'groups:'",
        "[a]                     | error 1:1: a rule file has to begin with 'groups:'",
        "group: []               | error 1:1: a rule file has no such field",
        "groups: a               | error 1:9: 'groups' has to be a list",
        "groups: {a: b}          | error 1:9: 'groups' has to be a list",
        "groups: [a]             | error 1:10: a group has to have fields",
        "groups: [{rules: []}]   | error 1:10: the group has no name",
        "groups: [{name: ''}]    | error 1:10: the group has no name",
        "groups: [{name: ~}]     | error 1:10: the group has no name",
        "groups: [{name: [a]}]   | error 1:17: 'name' has to be a text, not a list or keys",
        "groups:⏎- name: a⏎- name: a | error 3:3 group \"a\": another group of this file has the same name, in line 2",
        "groups: [{name: a, interval: 5}]       | error 1:30 group \"a\": 'interval' is no duration",
        "groups: [{name: a, query_offset: 1x}]  | error 1:34 group \"a\": 'query_offset' is no duration",
        "groups: [{name: a, limit: '5'}]        | error 1:27 group \"a\": 'limit' has to be a number",
        "groups: [{name: a, limit: many}]       | error 1:27 group \"a\": 'limit' has to be a number",
        "groups: [{name: a, rule: []}]          | error 1:20 group \"a\": a group has no such field",
        "groups: [{name: a, rules: {a: b}}]     | error 1:27 group \"a\": 'rules' has to be a list",
        "groups: [{name: a, rules: [b]}]        | error 1:28 group \"a\", rule 1: a rule has to have fields",
        "groups: [{name: a, labels: {'': b}}]   | error 1:29 group \"a\": the name is empty",
        "groups: [{name: a, <<: 5}]             | error 1:24: '<<' can merge only keys"
      })
  void tellsWhatIsWrongWithAFileOrAGroup(String text, String expected) throws IOException {
    assertThat(Checked.rules(folder, text.replace('⏎', '\n')))
        .map(Checked::words)
        .contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "expr: up                                        | error 4:5 group \"g\", rule 1: the rule has neither 'alert' nor 'record'",
        "{alert: A, record: b, expr: up}                 | error 4:5 group \"g\", rule 1, alert \"A\": a rule cannot have both 'alert' and 'record'",
        "alert: A                                        | error 4:5 group \"g\", rule 1, alert \"A\": the rule has no 'expr'",
        "{alert: A, expr: ''}                            | error 4:22 group \"g\", rule 1, alert \"A\": the rule has no 'expr'",
        "{alert: A, expr: [up]}                          | error 4:22 group \"g\", rule 1, alert \"A\": 'expr' has to be a text, not a list or keys",
        "{alert: A, expr: up, fro: 5m}                   | error 4:26 group \"g\", rule 1, alert \"A\": a rule has no such field",
        "{alert: A, expr: up, for: 1m1h}                 | error 4:31 group \"g\", rule 1, alert \"A\": 'for' is no duration",
        "{alert: A, expr: up, keep_firing_for: -1m}      | error 4:43 group \"g\", rule 1, alert \"A\": 'keep_firing_for' is no duration",
        "{alert: A, expr: up, labels: [a]}               | error 4:34 group \"g\", rule 1, alert \"A\": 'labels' has to have keys and values",
        "{alert: A, expr: up, labels: {a: {b: c}}}       | error 4:38 group \"g\", rule 1, alert \"A\": the value has to be a text, not a list or keys",
        "{alert: A, expr: up, labels: {__name__: b}}     | error 4:35 group \"g\", rule 1, alert \"A\": the label __name__ cannot be set",
        "{alert: A, expr: up, annotations: {s: '{{ x'}}  | error 4:40 group \"g\", rule 1, alert \"A\": the template is malformed: '{{' is not closed by '}}'",
        "{alert: A, expr: up, annotations: {s: '{{x}}'}} | warning 4:40 group \"g\", rule 1, alert \"A\": Prometheus 3.5 has no function 'x' for templates",
        "{alert: A, expr: up, labels: {a-b: c}}          | warning 4:35 group \"g\", rule 1, alert \"A\": only Prometheus 3 takes this name",
        "{alert: A, expr: null}                          | warning 4:22 group \"g\", rule 1, alert \"A\": Prometheus 3 takes this 'expr' for missing",
        "{record: a, expr: up, for: 1m}                  | error 4:32 group \"g\", rule 1, record \"a\": a rule with 'record' cannot have 'for'",
        "{record: a, expr: up, keep_firing_for: 1m}      | error 4:44 group \"g\", rule 1, record \"a\": a rule with 'record' cannot have 'keep_firing_for'",
        "{record: a, expr: up, annotations: {a: b}}      | error 4:40 group \"g\", rule 1, record \"a\": a rule with 'record' cannot have 'annotations'",
        "{record: 'a{b=\"c\"}', expr: up}                | error 4:14 group \"g\", rule 1, record \"a{b=\"c\"}\": the name of a metric cannot hold braces",
        "{record: a-b, expr: up}                         | warning 4:14 group \"g\", rule 1, record \"a-b\": only Prometheus 3 takes this name of a metric",
        "{record: a, expr: up}⏎  - {record: a, expr: b}  | warning 5:5 group \"g\", rule 2, record \"a\": the rule repeats the one in line 4"
      })
  void tellsWhatIsWrongWithARule(String rule, String expected) throws IOException {
    assertThat(Checked.rules(folder, HEAD + rule.replace('⏎', '\n')))
        .map(Checked::words)
        .contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "groups:",
        "groups: ~",
        "groups: []",
        "groups: [~, {name: 5, limit: 1.5, interval: 0, rules: }]",
        "groups: [{name: a, limit: 0x10, rules: [~, ]}]",
        "groups: [{name: yes, interval: ~, labels: {team: a}}]",
        "groups: [{name: a, rules: [{record: a:b, expr: 1, for: 0s, annotations: {}}]}]",
        "groups: [{name: a, rules: [{record: a:b, expr: 1, labels: {a: , b: ~, c: 5, d: yes}}]}]",
        "groups: [{name: a, rules: [{record: a, expr: up, labels: {x: '{{ x'}}]}]",
        "groups: [{name: a, rules: [{alert: '{{x}}', expr: up, labels: {x: '}} { %'}}]}]",
        """
        groups:
        - name: a
          rules:
          - &r {alert: A, expr: up, labels: &l {a: b}}
          - {<<: *r, alert: B, labels: {<<: [*l, {c: d}], a: e}}
        """,
        "groups: &g [{name: a, rules: &r [{alert: A, expr: up}]}, {name: b, rules: *r}]",
        "groups: []\n---\nnothing: [that counts\n"
      })
  void findsNothingWhereBothVersionsAcceptIt(String text) throws IOException {
    assertThat(Checked.rules(folder, text)).isEmpty();
  }

  @Test
  void asksAboutEachExpressionAndTellsWhatIsRefused() throws IOException {
    List<String> asked = new ArrayList<>();
    Expressions expressions =
        expression -> {
          asked.add(expression);
          return expression.equals("bad")
              ? new Expressions.Verdict.Refused("1:1: parse error")
              : new Expressions.Verdict.Accepted();
        };

    var findings =
        Checked.rules(
            folder, HEAD + "{record: a, expr: good}\n  - {alert: b, expr: bad}", expressions);

    assertThat(asked).containsExactly("good", "bad");
    assertThat(findings)
        .map(Checked::words)
        .containsExactly(
            "error 5:22 group \"g\", rule 2, alert \"b\": Prometheus refuses the expression: 1:1: parse error");
  }

  @Test
  void isNotHurtByAliasesOfAliases() throws IOException {
    var text = new StringBuilder(HEAD).append("{record: a, expr: up, labels: &l0 {a: b}}\n");
    for (int i = 1; i < 30; i++) {
      String before = "*l" + (i - 1);
      text.append(
          "  - {record: r%d, expr: up, labels: &l%d {<<: [%s, %s, %s]}}\n"
              .formatted(i, i, before, before, before));
    }

    assertThat(Checked.rules(folder, text.toString())).noneMatch(Finding::isError);
  }

  @Test
  void keepsOnlyAHundredFindingsButCountsThemAll() throws IOException {
    String rules = "  - {alert: A}\n".repeat(500);
    var check = new ConfigCheck(Expressions.unjudged());
    check.ruleFile(
        ConfigFile.at(
            Files.writeString(
                folder.resolve("many.yml"), "groups:\n- name: g\n  rules:\n" + rules)));

    assertThat(check.result().findings()).hasSize(CheckResult.MOST);
    assertThat(check.result().errors()).isEqualTo(500);
    assertThat(check.result().warnings()).isEqualTo(499);
  }
}
