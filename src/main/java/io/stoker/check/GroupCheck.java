package io.stoker.check;

import io.stoker.yaml.Position;
import io.stoker.yaml.YamlNode;
import io.stoker.yaml.YamlNode.Mapping;
import io.stoker.yaml.YamlNode.Sequence;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One group of rules. */
final class GroupCheck {
  private static final Set<String> FIELDS =
      Set.of("name", "interval", "query_offset", "limit", "rules", "labels");

  /** Whatever go-yaml can take for a number; wider than that rather than narrower. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?(0[xXoObB]?[0-9a-fA-F_]+|[0-9_]+|[0-9_]*\\.?[0-9_]*([eE][-+]?[0-9_]+)?|\\.(inf|Inf|INF))");

  private final FileFindings findings;
  private final FieldValues values;
  private final RuleCheck rules;
  private final LabelCheck labelCheck;

  GroupCheck(FileFindings findings, RuleCheck rules) {
    this.findings = findings;
    this.values = new FieldValues(findings);
    this.rules = rules;
    this.labelCheck = new LabelCheck(findings);
  }

  /** Returns its name; empty if it has none. */
  String check(Position position, Mapping group) {
    var fields = Fields.of(group, findings);
    String name = values.text(fields, "name").orElse("");
    findings.within(name.isEmpty() ? "" : "group \"%s\"".formatted(name));
    fields.allow(FIELDS, "a group");
    if (name.isEmpty() && fields.areComplete() && isMissing(fields.get("name"))) {
      findings.error(position, "the group has no name", "add 'name:'");
    }
    values.duration(fields, "interval");
    values.duration(fields, "query_offset");
    limit(fields);
    labels(fields);
    rules(name, fields);
    return name;
  }

  private static boolean isMissing(Optional<YamlNode> name) {
    Value value = name.map(Value::of).orElse(new Value.Text(new Position(1, 1), ""));
    return value instanceof Value.Text || value instanceof Value.Null;
  }

  private void limit(Fields fields) {
    Optional<YamlNode> limit = fields.get("limit");
    if (limit.isPresent()) {
      boolean number =
          switch (Value.of(limit.get())) {
            case Value.Text text ->
                NUMBER.matcher(text.text()).matches() && FieldValues.isPlain(limit.get());
            case Value.Structure other -> false;
            default -> true;
          };
      if (!number) {
        findings.error(limit.get().position(), "'limit' has to be a number", "write it as digits");
      }
    }
  }

  /** Of groups only Prometheus 3 knows them. */
  private void labels(Fields fields) {
    for (LabelField label : values.labels(fields, "labels")) {
      labelCheck.label(label);
    }
  }

  private void rules(String group, Fields fields) {
    Optional<YamlNode> list = fields.get("rules");
    if (list.isEmpty()) {
      return;
    }
    if (list.get().resolved() instanceof Sequence sequence) {
      Map<Object, Integer> seen = new HashMap<>();
      int number = 0;
      for (YamlNode rule : sequence.items()) {
        number += rule.isNull() ? 0 : 1;
        rules.check(new RuleCheck.Nth(group, number, seen), rule);
      }
      findings.within(group.isEmpty() ? "" : "group \"%s\"".formatted(group));
    } else if (Value.of(list.get()) instanceof Value.Text
        || Value.of(list.get()) instanceof Value.Structure) {
      findings.error(
          list.get().position(), "'rules' has to be a list", "begin each rule with a '- '");
    }
  }
}
