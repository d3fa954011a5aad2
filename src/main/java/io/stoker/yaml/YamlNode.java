package io.stoker.yaml;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A part of a YAML document, and where it stands. */
public sealed interface YamlNode {
  /** Spellings of nothing. */
  Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

  Position position();

  /** What an alias stands for; the alias itself where that is not known. */
  default YamlNode resolved() {
    YamlNode resolved = this;
    while (resolved instanceof Alias alias && alias.target().isPresent()) {
      resolved = alias.target().get();
    }
    return resolved;
  }

  /** Whether go-yaml takes it for nothing. */
  default boolean isNull() {
    return resolved() instanceof Scalar scalar
        && scalar.plain()
        && scalar.tag().isEmpty()
        && NULLS.contains(scalar.text());
  }

  /**
   * A single value.
   *
   * @param plain whether it is written without quotes and not as a block
   * @param tag given explicitly
   */
  record Scalar(Position position, String text, boolean plain, Optional<String> tag)
      implements YamlNode {}

  record Sequence(Position position, List<YamlNode> items) implements YamlNode {}

  record Mapping(Position position, List<Entry> entries) implements YamlNode {}

  /**
   * A reference to an anchored node.
   *
   * @param target absent if it contains the alias itself, or was too large to be kept
   */
  record Alias(Position position, String name, Optional<YamlNode> target) implements YamlNode {}

  record Entry(YamlNode key, YamlNode value) {}
}
