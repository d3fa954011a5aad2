package io.stoker.check;

import io.stoker.yaml.Position;
import io.stoker.yaml.YamlNode;
import io.stoker.yaml.YamlNode.Alias;
import io.stoker.yaml.YamlNode.Entry;
import io.stoker.yaml.YamlNode.Mapping;
import io.stoker.yaml.YamlNode.Scalar;
import java.util.HashMap;
import java.util.Map;

/** Finds keys that stand twice in one mapping, as far as Prometheus refuses them. */
final class DuplicateKeys {
  private static final String MERGE = "<<";

  private final FileFindings findings;
  private final boolean mergesCount;

  /**
   * @param mergesCount whether a second {@code <<} is refused, and keys beside one: it is by
   *     go-yaml v3, which reads rule files, but not by v2, which reads the main file
   */
  DuplicateKeys(FileFindings findings, boolean mergesCount) {
    this.findings = findings;
    this.mergesCount = mergesCount;
  }

  void look(Mapping mapping) {
    if (!mergesCount && mapping.entries().stream().anyMatch(DuplicateKeys::isMerge)) {
      return;
    }
    Map<String, Position> seen = new HashMap<>();
    for (Entry entry : mapping.entries()) {
      Position before = seen.putIfAbsent(name(entry.key()), entry.key().position());
      if (before != null && !name(entry.key()).isEmpty()) {
        findings.error(
            entry.key().position(),
            "the key stands twice: it is already in line " + before.line(),
            "remove one of the two, or rename it");
      }
    }
  }

  private static boolean isMerge(Entry entry) {
    return entry.key() instanceof Scalar key && key.plain() && key.text().equals(MERGE);
  }

  /** Scalars and aliases are compared as they are written; collections are no keys anyway. */
  private static String name(YamlNode key) {
    return switch (key) {
      case Scalar scalar -> "scalar " + scalar.text();
      case Alias alias -> "alias " + alias.name();
      default -> "";
    };
  }
}
