package io.stoker.check;

import io.stoker.yaml.Position;
import io.stoker.yaml.YamlNode;
import io.stoker.yaml.YamlNode.Alias;
import io.stoker.yaml.YamlNode.Mapping;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One rule of a group. */
final class RuleCheck {
  private static final Set<String> FIELDS =
      Set.of("record", "alert", "expr", "for", "keep_firing_for", "labels", "annotations");

  private final FileFindings findings;
  private final FieldValues values;
  private final Expressions expressions;
  private final LabelCheck labelCheck;

  RuleCheck(FileFindings findings, Expressions expressions) {
    this.findings = findings;
    this.values = new FieldValues(findings);
    this.expressions = expressions;
    this.labelCheck = new LabelCheck(findings);
  }

  /**
   * Which rule it is.
   *
   * @param number from 1
   * @param seen the rules of the group so far, and the line of each
   */
  record Nth(String group, int number, Map<Object, Integer> seen) {
    String words(String name) {
      return "group \"%s\", rule %d%s".formatted(group, number, name);
    }
  }

  /** A rule with its fields read. */
  private record Rule(
      Position position,
      Fields fields,
      Optional<String> alert,
      Optional<String> record,
      Optional<String> expression) {}

  void check(Nth nth, YamlNode node) {
    findings.within(nth.words(""));
    if (node.resolved() instanceof Mapping mapping) {
      check(nth, node.position(), Fields.of(mapping, findings));
    } else if (Value.of(node) instanceof Value.Text || Value.of(node) instanceof Value.Structure) {
      findings.error(
          node.position(), "a rule has to have fields", "begin it with 'alert:' or 'record:'");
    }
  }

  private void check(Nth nth, Position position, Fields fields) {
    Optional<String> alert = values.text(fields, "alert").filter(name -> !name.isEmpty());
    Optional<String> record = values.text(fields, "record").filter(name -> !name.isEmpty());
    record.ifPresent(name -> findings.within(nth.words(", record \"" + name + "\"")));
    alert.ifPresent(name -> findings.within(nth.words(", alert \"" + name + "\"")));
    var rule = new Rule(position, fields, alert, record, values.text(fields, "expr"));
    fields.allow(FIELDS, "a rule");
    List.of("alert", "record", "expr").forEach(field -> values.warnOfNull(fields, field));
    kind(rule);
    expression(rule);
    List<LabelField> labels = values.labels(fields, "labels");
    labels.forEach(labelCheck::label);
    List<LabelField> annotations = values.labels(fields, "annotations");
    annotations.forEach(labelCheck::annotation);
    Optional<BigInteger> wait = values.duration(fields, "for");
    Optional<BigInteger> keep = values.duration(fields, "keep_firing_for");
    if (rule.record().isPresent() && !isAliased(fields, "record")) {
      recording(rule, !annotations.isEmpty(), wait, keep);
    }
    if (rule.alert().isPresent()) {
      labels.forEach(labelCheck::template);
      annotations.forEach(labelCheck::template);
    }
    repeated(nth, rule, labels);
  }

  private void kind(Rule rule) {
    Fields fields = rule.fields();
    boolean known =
        fields.areComplete()
            && !values.isUnsure(fields, "alert")
            && !values.isUnsure(fields, "record");
    if (rule.alert().isPresent() && rule.record().isPresent()) {
      findings.error(
          rule.position(), "a rule cannot have both 'alert' and 'record'", "make two rules of it");
    } else if (rule.alert().isEmpty() && rule.record().isEmpty() && known) {
      findings.error(
          rule.position(),
          "the rule has neither 'alert' nor 'record'",
          "add one of them, with a name");
    }
  }

  private void expression(Rule rule) {
    Fields fields = rule.fields();
    String text = rule.expression().orElse("");
    if (text.isEmpty() && fields.areComplete() && !values.isUnsure(fields, "expr")) {
      findings.error(
          fields.get("expr").map(YamlNode::position).orElse(rule.position()),
          "the rule has no 'expr'",
          "add the expression");
    } else if (!text.isEmpty()
        && !isAliased(fields, "expr")
        && expressions.judge(text) instanceof Expressions.Verdict.Refused refused) {
      Position position = fields.get("expr").orElseThrow().position();
      findings.error(position, "Prometheus refuses the expression: " + refused.reason(), "mend it");
    }
  }

  private void recording(
      Rule rule, boolean annotated, Optional<BigInteger> wait, Optional<BigInteger> keep) {
    String name = rule.record().orElseThrow();
    Position position = rule.fields().get("record").orElseThrow().position();
    if (RuleNames.isMetricNowhere(name)) {
      findings.error(
          position, "the name of a metric cannot hold braces", "set labels with 'labels:'");
    } else if (!RuleNames.isMetricEverywhere(name)) {
      findings.warning(
          position,
          "only Prometheus 3 takes this name of a metric",
          "use letters, digits, '_' and ':', and no digit first");
    }
    if (annotated) {
      onlyForAlerts(rule, "annotations");
    }
    if (wait.isPresent() && wait.get().signum() > 0) {
      onlyForAlerts(rule, "for");
    }
    if (keep.isPresent() && keep.get().signum() > 0) {
      onlyForAlerts(rule, "keep_firing_for");
    }
  }

  private void onlyForAlerts(Rule rule, String field) {
    findings.error(
        rule.fields().get(field).orElseThrow().position(),
        "a rule with 'record' cannot have '%s'".formatted(field),
        "remove it");
  }

  /** Prometheus takes a rule that stands twice, and then evaluates it twice. */
  private void repeated(Nth nth, Rule rule, List<LabelField> labels) {
    String same = rule.record().isPresent() ? "" : rule.expression().orElse("");
    var key =
        List.of(
            rule.alert(),
            rule.record(),
            same,
            labels.stream().map(RuleCheck::pair).sorted().toList());
    Integer before = nth.seen().putIfAbsent(key, rule.position().line());
    if (before != null) {
      findings.warning(
          rule.position(),
          "the rule repeats the one in line " + before,
          "remove one of them, or let their labels differ");
    }
  }

  private static String pair(LabelField label) {
    return label.name() + "=" + label.value().words();
  }

  private static boolean isAliased(Fields fields, String name) {
    return fields.get(name).filter(node -> node instanceof Alias).isPresent();
  }
}
