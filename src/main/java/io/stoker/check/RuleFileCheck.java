package io.stoker.check;

import io.stoker.yaml.Position;
import io.stoker.yaml.YamlNode;
import io.stoker.yaml.YamlNode.Mapping;
import io.stoker.yaml.YamlNode.Sequence;
import java.util.HashMap;
import java.util.Map;

/**
 * A rule file against what Prometheus 2.53 and 3.5 take (model/rulefmt). What only one of them
 * refuses is a warning at most.
 */
final class RuleFileCheck implements DocumentWalk.Visitor {
  private static final String GROUPS = "groups";

  private final FileFindings findings;
  private final GroupCheck groups;
  private final Map<String, Position> names = new HashMap<>();

  RuleFileCheck(FileFindings findings, Expressions expressions) {
    this.findings = findings;
    this.groups = new GroupCheck(findings, new RuleCheck(findings, expressions));
  }

  @Override
  public void root(YamlNode other) {
    if (!other.isNull()) {
      findings.error(
          other.position(), "a rule file has to begin with 'groups:'", "add it above the groups");
    }
  }

  @Override
  public void key(YamlNode key) {
    boolean known = isGroups(key) || Fields.isMergeKey(key);
    if (!known && Value.of(key) instanceof Value.Text) {
      findings.error(
          key.position(),
          "a rule file has no such field",
          "its only field is 'groups': mend the name or the indentation");
    }
  }

  @Override
  public void value(YamlNode key, YamlNode value) {
    if (isGroups(key)) {
      switch (value.resolved()) {
        case Sequence list -> list.items().forEach(this::group);
        case Mapping keys -> noList(value);
        default -> {
          if (Value.of(value) instanceof Value.Text) {
            noList(value);
          }
        }
      }
    }
  }

  @Override
  public void item(YamlNode key, YamlNode item) {
    if (isGroups(key)) {
      group(item);
    }
  }

  private void noList(YamlNode value) {
    findings.error(
        value.position(), "'groups' has to be a list", "begin each group with '- name:'");
  }

  private static boolean isGroups(YamlNode key) {
    return Value.of(key).words().equals(GROUPS);
  }

  private void group(YamlNode group) {
    switch (group.resolved()) {
      case Mapping fields -> {
        String name = groups.check(group.position(), fields);
        Position before = name.isEmpty() ? null : names.putIfAbsent(name, group.position());
        if (before != null) {
          findings.within("group \"%s\"".formatted(name));
          findings.error(
              group.position(),
              "another group of this file has the same name, in line " + before.line(),
              "rename one of them");
        }
        findings.within("");
      }
      case Sequence list -> noGroup(group);
      default -> {
        if (Value.of(group) instanceof Value.Text) {
          noGroup(group);
        }
      }
    }
  }

  private void noGroup(YamlNode group) {
    findings.error(group.position(), "a group has to have fields", "begin it with 'name:'");
  }
}
