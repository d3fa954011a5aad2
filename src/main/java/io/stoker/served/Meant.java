package io.stoker.served;

import io.stoker.yaml.YamlNode;
import io.stoker.yaml.YamlNode.Alias;
import io.stoker.yaml.YamlNode.Entry;
import io.stoker.yaml.YamlNode.Mapping;
import io.stoker.yaml.YamlNode.Scalar;
import io.stoker.yaml.YamlNode.Sequence;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a node of a file means: aliases followed, merges done. */
final class Meant {
  private static final String TEXT_TAG = "tag:yaml.org,2002:str";
  private static final String MERGE = "<<";

  private Meant() {}

  /** Whether Prometheus leaves a value out when it writes its configuration down. */
  static boolean isZero(YamlNode node) {
    return switch (node.resolved()) {
      case Scalar scalar ->
          scalar.isNull()
              || Meaning.isZero(scalar.text())
              || Meaning.truth(scalar.text()).equals(Optional.of(false));
      case Sequence list -> list.items().stream().allMatch(YamlNode::isNull);
      case Mapping keys -> keys.entries().stream().map(Entry::value).allMatch(Meant::isZero);
      case Alias unknown -> true;
    };
  }

  /** Whether there is nothing, not even a zero. */
  static boolean isEmpty(YamlNode node) {
    return switch (node.resolved()) {
      case Scalar scalar -> scalar.isNull() || scalar.text().isEmpty();
      case Sequence list -> list.items().isEmpty();
      case Mapping keys -> keys.entries().isEmpty();
      case Alias unknown -> true;
    };
  }

  /** Whether a scalar is a text or what its plain form says, and nothing that a tag makes of it. */
  static boolean isUntagged(Scalar scalar) {
    return scalar.tag().isEmpty() || scalar.tag().get().equals(TEXT_TAG);
  }

  /** The fields of a mapping, merged ones included; absent if they cannot be told. */
  static Optional<Map<String, YamlNode>> fields(Mapping mapping) {
    Map<String, YamlNode> all = new LinkedHashMap<>();
    for (Entry entry : mapping.entries()) {
      if (!(entry.key().resolved() instanceof Scalar key) || !isUntagged(key)) {
        return Optional.empty();
      }
      if (!isMerge(key)) {
        all.put(key.text(), entry.value());
      }
    }
    for (Entry entry : mapping.entries()) {
      if (isMerge(entry.key()) && !merge(entry.value().resolved(), all)) {
        return Optional.empty();
      }
    }
    return Optional.of(all);
  }

  /**
   * What stands there itself counts before what is merged, and the first merged before the next.
   */
  private static boolean merge(YamlNode merged, Map<String, YamlNode> all) {
    return switch (merged) {
      case Mapping mapping -> {
        Optional<Map<String, YamlNode>> more = fields(mapping);
        more.ifPresent(fields -> fields.forEach(all::putIfAbsent));
        yield more.isPresent();
      }
      case Sequence list -> list.items().stream().allMatch(item -> merge(item.resolved(), all));
      default -> false;
    };
  }

  private static boolean isMerge(YamlNode key) {
    return key instanceof Scalar scalar && scalar.plain() && scalar.text().equals(MERGE);
  }
}
