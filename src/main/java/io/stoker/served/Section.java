package io.stoker.served;

import io.stoker.yaml.DocumentCursor;
import io.stoker.yaml.YamlNode;
import io.stoker.yaml.YamlNode.Sequence;
import io.stoker.yaml.YamlRefusal;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The value of a key of the root: a list, of which one item is held at a time, or all of it. */
final class Section {
  private final DocumentCursor cursor;
  private final Optional<YamlNode> whole;
  private final Iterator<YamlNode> held;
  private boolean more;

  /** The value that a cursor stands before. */
  Section(DocumentCursor cursor) throws YamlRefusal, IOException {
    this.cursor = cursor;
    this.more = cursor.entersList();
    this.whole = more ? Optional.empty() : Optional.of(cursor.read());
    this.held = whole.map(Section::items).orElse(List.of()).iterator();
  }

  /** All of it, where it is no list. */
  Optional<YamlNode> whole() {
    return whole.filter(node -> !(node.resolved() instanceof Sequence));
  }

  /** The next item of the list, if there is one. */
  Optional<YamlNode> next() throws YamlRefusal, IOException {
    if (whole.isPresent()) {
      return held.hasNext() ? Optional.of(held.next()) : Optional.empty();
    }
    more = more && cursor.more();
    return more ? Optional.of(cursor.read()) : Optional.empty();
  }

  /** Passes over what was not asked for. */
  int rest() throws YamlRefusal, IOException {
    int passed = 0;
    while (next().isPresent()) {
      passed++;
    }
    return passed;
  }

  private static List<YamlNode> items(YamlNode node) {
    return node.resolved() instanceof Sequence list ? list.items() : List.of();
  }
}
