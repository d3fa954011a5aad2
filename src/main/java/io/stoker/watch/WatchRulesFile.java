package io.stoker.watch;

import io.stoker.watch.WatchRules.Rule;
import io.stoker.yaml.DocumentCursor;
import io.stoker.yaml.GoYamlText;
import io.stoker.yaml.Position;
import io.stoker.yaml.YamlNode;
import io.stoker.yaml.YamlNode.Mapping;
import io.stoker.yaml.YamlNode.Scalar;
import io.stoker.yaml.YamlNode.Sequence;
import io.stoker.yaml.YamlRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads rules from YAML: a list, each of {@code namespace}, {@code names} and {@code labels}, which
 * select, and of the annotations' names without {@code stoker.io/}.
 */
public final class WatchRulesFile {
  private static final int MOST_NODES = 100_000;
  private static final String PREFIX = "stoker.io/";

  private WatchRulesFile() {}

  /**
   * Reads all of them.
   *
   * @throws IllegalArgumentException with the line of what is not understood
   */
  public static WatchRules read(InputStream yaml) throws IOException {
    try {
      var cursor = new DocumentCursor(GoYamlText.of(yaml), mapping -> {}, MOST_NODES);
      var rules = new ArrayList<Rule>();
      if (cursor.begin()) {
        Position start = cursor.position();
        if (!(cursor.read().resolved() instanceof Sequence list)) {
          throw wrong(start, "rules have to be a list: begin each with '- '");
        }
        list.items().forEach(item -> rules.add(rule(item.resolved())));
        cursor.end();
      }
      return new WatchRules(rules);
    } catch (YamlRefusal e) {
      throw wrong(e.position(), e.getMessage() + "; " + e.nextStep());
    }
  }

  private static Rule rule(YamlNode item) {
    var namespace = "";
    Set<String> names = Set.of();
    Map<String, String> labels = Map.of();
    var annotations = new LinkedHashMap<String, String>();
    for (YamlNode.Entry entry : mapping(item, "a rule").entries()) {
      String key = text(entry.key());
      YamlNode value = entry.value().resolved();
      switch (key) {
        case "namespace" -> namespace = text(value);
        case "names" -> names = Set.copyOf(texts(value));
        case "labels" -> labels = texts(mapping(value, "labels"));
        case "status" ->
            throw wrong(
                entry.key().position(),
                "a status is written where it was asked for: annotate the object with stoker.io/status");
        default -> annotations.put(PREFIX + key, text(value));
      }
    }
    if (names.isEmpty() && labels.isEmpty()) {
      throw wrong(item.position(), "a rule needs names or labels, else it would be about all");
    }
    return new Rule(namespace, names, labels, checked(annotations, item.position()));
  }

  private static Map<String, String> checked(Map<String, String> annotations, Position position) {
    return switch (Annotations.read(annotations)) {
      case Annotated.Wanted wanted -> Map.copyOf(annotations);
      case Annotated.Wrong(String message) -> throw wrong(position, message.replace(PREFIX, ""));
      case Annotated.Nothing nothing ->
          throw wrong(position, "a rule needs reload: and the name of a Service");
    };
  }

  private static Mapping mapping(YamlNode node, String what) {
    if (node instanceof Mapping mapping) {
      return mapping;
    }
    throw wrong(node.position(), what + " has to consist of keys and values");
  }

  private static Map<String, String> texts(Mapping mapping) {
    var texts = new LinkedHashMap<String, String>();
    mapping.entries().forEach(e -> texts.put(text(e.key()), text(e.value())));
    return texts;
  }

  private static List<String> texts(YamlNode node) {
    return node instanceof Sequence list
        ? list.items().stream().map(WatchRulesFile::text).toList()
        : List.of(text(node));
  }

  private static String text(YamlNode node) {
    if (node.resolved() instanceof Scalar scalar) {
      return scalar.text();
    }
    throw wrong(node.position(), "a single value is expected here");
  }

  private static IllegalArgumentException wrong(Position position, String message) {
    return new IllegalArgumentException("line %d: %s".formatted(position.line(), message));
  }
}
