package io.stoker.served;

import io.stoker.target.ServedRule;
import io.stoker.yaml.DocumentCursor;
import io.stoker.yaml.GoYamlText;
import io.stoker.yaml.PrometheusDuration;
import io.stoker.yaml.YamlNode;
import io.stoker.yaml.YamlNode.Mapping;
import io.stoker.yaml.YamlNode.Scalar;
import io.stoker.yaml.YamlNode.Sequence;
import io.stoker.yaml.YamlRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The groups of a rule file by their names; holds no texts.
 *
 * @param name the path of the file, or its name alone if its folder is not known
 */
public record RuleFile(String name, Map<String, GroupOutline> groups) {
  private static final double MILLISECONDS = 1000;

  /** A file that is no more, of which nothing should be served. */
  public static RuleFile removed(String name) {
    return new RuleFile(name, Map.of());
  }

  /**
   * Reads a file, holding one group at a time; absent if Stoker cannot read it as Prometheus does.
   */
  public static Optional<RuleFile> read(String name, ConfigText text) throws IOException {
    try (InputStream bytes = text.open()) {
      var cursor = new DocumentCursor(GoYamlText.of(bytes), mapping -> {}, FileSections.MOST_NODES);
      Map<String, GroupOutline> groups = new HashMap<>();
      boolean plain = true;
      if (cursor.begin()) {
        boolean mapping = cursor.entersMapping();
        while (plain && mapping && cursor.more()) {
          plain =
              cursor.read() instanceof Scalar key
                  && key.text().equals("groups")
                  && readGroups(new Section(cursor), groups);
        }
        plain &= mapping;
      }
      return plain ? Optional.of(new RuleFile(name, groups)) : Optional.empty();
    } catch (YamlRefusal e) {
      return Optional.empty();
    }
  }

  private static boolean readGroups(Section section, Map<String, GroupOutline> groups)
      throws YamlRefusal, IOException {
    Optional<YamlNode> group = section.next();
    while (group.isPresent()) {
      Optional<Map<String, YamlNode>> fields = fields(group.get());
      Optional<GroupOutline> outline = fields.flatMap(RuleFile::outline);
      if (outline.isEmpty()) {
        return false;
      }
      groups.put(text(fields.get().get("name")), outline.get());
      group = section.next();
    }
    return section.whole().isEmpty();
  }

  private static Optional<GroupOutline> outline(Map<String, YamlNode> group) {
    Optional<Map<String, String>> shared = texts(group.get("labels"));
    List<ServedRule> rules = new ArrayList<>();
    for (YamlNode rule : items(group.get("rules"))) {
      Optional<ServedRule> read = fields(rule).flatMap(fields -> rule(fields, shared));
      if (read.isEmpty()) {
        return Optional.empty();
      }
      rules.add(read.get());
    }
    OptionalDouble interval = seconds(text(group.get("interval")));
    String limit = text(group.get("limit"));
    return limit.matches("\\d{0,9}")
        ? Optional.of(
            GroupOutline.of(
                rules,
                interval.orElse(0) > 0 ? interval : OptionalDouble.empty(),
                limit.isEmpty() ? 0 : Integer.parseInt(limit)))
        : Optional.empty();
  }

  private static Optional<ServedRule> rule(
      Map<String, YamlNode> rule, Optional<Map<String, String>> shared) {
    Optional<Map<String, String>> own = texts(rule.get("labels"));
    Optional<Map<String, String>> annotations = texts(rule.get("annotations"));
    if (shared.isEmpty() || own.isEmpty() || annotations.isEmpty()) {
      return Optional.empty();
    }
    var labels = new LinkedHashMap<>(shared.get());
    labels.putAll(own.get());
    String alert = text(rule.get("alert"));
    return Optional.of(
        new ServedRule(
            alert.isEmpty() ? text(rule.get("record")) : alert,
            text(rule.get("expr")),
            alert.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(seconds(text(rule.get("for"))).orElse(0)),
            labels,
            annotations.get()));
  }

  private static OptionalDouble seconds(String duration) {
    return PrometheusDuration.milliseconds(duration)
        .map(time -> OptionalDouble.of(time.longValue() / MILLISECONDS))
        .orElse(OptionalDouble.empty());
  }

  static Optional<Map<String, YamlNode>> fields(YamlNode node) {
    return node.resolved() instanceof Mapping mapping ? Meant.fields(mapping) : Optional.empty();
  }

  /** Absent where a value is no text. */
  private static Optional<Map<String, String>> texts(YamlNode mapping) {
    if (mapping == null || mapping.isNull()) {
      return Optional.of(Map.of());
    }
    return fields(mapping)
        .filter(all -> all.values().stream().allMatch(RuleFile::isText))
        .map(
            all -> {
              Map<String, String> texts = new HashMap<>();
              all.forEach((key, value) -> texts.put(key, text(value)));
              return texts;
            });
  }

  private static boolean isText(YamlNode node) {
    return node.resolved() instanceof Scalar scalar && Meant.isUntagged(scalar);
  }

  /** Empty where there is none. */
  static String text(YamlNode node) {
    return node != null && !node.isNull() && node.resolved() instanceof Scalar scalar
        ? scalar.text()
        : "";
  }

  static List<YamlNode> items(YamlNode node) {
    return node != null && node.resolved() instanceof Sequence list ? list.items() : List.of();
  }
}
