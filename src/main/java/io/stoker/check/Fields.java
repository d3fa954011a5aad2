package io.stoker.check;

import io.stoker.yaml.YamlNode;
import io.stoker.yaml.YamlNode.Alias;
import io.stoker.yaml.YamlNode.Entry;
import io.stoker.yaml.YamlNode.Mapping;
import io.stoker.yaml.YamlNode.Scalar;
import io.stoker.yaml.YamlNode.Sequence;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of a mapping with those that {@code <<} merges into it, as go-yaml v3 decodes them:
 * its own fields win, a key that is null is passed over.
 */
final class Fields {
  /** Merges of merges can multiply; what is beyond is not looked at. */
  private static final int MOST = 10_000;

  private final Map<String, Entry> byName = new LinkedHashMap<>();
  private final FileFindings findings;
  private boolean complete = true;
  private int looked;

  private Fields(FileFindings findings) {
    this.findings = findings;
  }

  static Fields of(Mapping mapping, FileFindings findings) {
    var fields = new Fields(findings);
    fields.add(mapping);
    return fields;
  }

  /** Whether all fields are known; if not, a missing one must not be claimed. */
  boolean areComplete() {
    return complete;
  }

  Optional<YamlNode> get(String name) {
    return Optional.ofNullable(byName.get(name)).map(Entry::value);
  }

  Map<String, Entry> byName() {
    return byName;
  }

  /** Tells of each field that Prometheus does not know here. */
  void allow(Set<String> known, String what) {
    byName.forEach(
        (name, entry) -> {
          if (!known.contains(name)) {
            findings.error(
                entry.key().position(),
                "%s has no such field".formatted(what),
                "remove it or mend its name: known are "
                    + String.join(", ", known.stream().sorted().toList()));
          }
        });
  }

  private void add(Mapping mapping) {
    mapping.entries().stream().filter(entry -> !isMerge(entry)).forEach(this::add);
    mapping.entries().stream().filter(Fields::isMerge).forEach(entry -> merge(entry.value()));
  }

  private void add(Entry entry) {
    looked++;
    switch (Value.of(entry.key())) {
      case Value.Text name -> byName.putIfAbsent(name.text(), entry);
      case Value.Null none -> {}
      case Value.Structure other ->
          findings.error(
              other.position(), "a list or keys cannot be a key", "write the key as a text");
      case Value.Unsure any -> complete = false;
    }
  }

  private void merge(YamlNode merged) {
    if (looked > MOST) {
      complete = false;
      return;
    }
    switch (merged.resolved()) {
      case Mapping more -> add(more);
      case Sequence list when !(merged instanceof Alias) -> list.items().forEach(this::mergeItem);
      case Alias unknown -> complete = false;
      default -> noMapping(merged);
    }
  }

  private void mergeItem(YamlNode item) {
    if (item.resolved() instanceof Sequence) {
      noMapping(item);
    } else {
      merge(item);
    }
  }

  private void noMapping(YamlNode merged) {
    findings.error(
        merged.position(),
        "'<<' can merge only keys",
        "let it refer to a mapping, or a list of them");
  }

  private static boolean isMerge(Entry entry) {
    return isMergeKey(entry.key());
  }

  static boolean isMergeKey(YamlNode node) {
    return node instanceof Scalar key
        && key.plain()
        && key.tag().isEmpty()
        && key.text().equals("<<");
  }
}
