package io.stoker.check;

import io.stoker.yaml.PrometheusDuration;
import io.stoker.yaml.YamlNode;
import io.stoker.yaml.YamlNode.Entry;
import io.stoker.yaml.YamlNode.Mapping;
import io.stoker.yaml.YamlNode.Scalar;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads values of fields as go-yaml v3 decodes them, and tells of those that it cannot. */
final class FieldValues {
  private final FileFindings findings;

  FieldValues(FileFindings findings) {
    this.findings = findings;
  }

  /** A text that is known for certain. */
  Optional<String> text(Fields fields, String name) {
    Optional<YamlNode> node = fields.get(name);
    return switch (node.map(Value::of).orElse(new Value.Unsure())) {
      case Value.Text text -> Optional.of(text.text());
      case Value.Structure other -> {
        findings.error(
            other.position(),
            "'%s' has to be a text, not a list or keys".formatted(name),
            "write it as a text, in quotes if it begins with a bracket");
        yield Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  /** Whether the field is there, but it is not known as what Prometheus will take it. */
  boolean isUnsure(Fields fields, String name) {
    return fields.get(name).map(Value::of).filter(FieldValues::isUnsure).isPresent();
  }

  /** Prometheus 2.53 takes the word {@code null} for a text, 3.5 for nothing. */
  private static boolean isUnsure(Value value) {
    return switch (value) {
      case Value.Unsure any -> true;
      case Value.Null none -> !none.blank();
      case Value.Text text -> false;
      case Value.Structure told -> true;
    };
  }

  /** Tells of a word that only Prometheus 2 takes for a text. */
  void warnOfNull(Fields fields, String name) {
    if (fields.get(name).map(Value::of).orElse(null) instanceof Value.Null none && !none.blank()) {
      findings.warning(
          none.position(),
          "Prometheus 3 takes this '%s' for missing".formatted(name),
          "put it into quotes, or write what you mean");
    }
  }

  /** Milliseconds; absent if the field is, or is no duration. */
  Optional<BigInteger> duration(Fields fields, String name) {
    Optional<String> text = text(fields, name);
    Optional<BigInteger> duration = text.flatMap(PrometheusDuration::milliseconds);
    if (text.isPresent() && duration.isEmpty()) {
      findings.error(
          fields.get(name).orElseThrow().position(),
          "'%s' is no duration".formatted(name),
          "write it like 30s, 5m or 1h30m: whole numbers, the largest unit first");
    }
    return duration;
  }

  /** Labels or annotations. */
  List<LabelField> labels(Fields fields, String name) {
    Optional<YamlNode> node = fields.get(name);
    if (node.isEmpty()) {
      return List.of();
    }
    if (node.get().resolved() instanceof Mapping mapping) {
      return labels(Fields.of(mapping, findings));
    }
    if (Value.of(node.get()) instanceof Value.Text
        || Value.of(node.get()) instanceof Value.Structure) {
      findings.error(
          node.get().position(),
          "'%s' has to have keys and values".formatted(name),
          "write each as 'name: value'");
    }
    return List.of();
  }

  private List<LabelField> labels(Fields fields) {
    List<LabelField> labels = new ArrayList<>();
    for (var field : fields.byName().entrySet()) {
      Entry entry = field.getValue();
      Value value = Value.of(entry.value());
      if (value instanceof Value.Structure other) {
        findings.error(
            other.position(),
            "the value has to be a text, not a list or keys",
            "write it as a text, in quotes if it begins with a bracket");
      }
      labels.add(new LabelField(entry.key().position(), field.getKey(), value));
    }
    return labels;
  }

  static boolean isPlain(YamlNode node) {
    return node.resolved() instanceof Scalar scalar && scalar.plain();
  }
}
