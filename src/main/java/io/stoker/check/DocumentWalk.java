package io.stoker.check;

import io.stoker.check.YamlNode.Entry;
import io.stoker.check.YamlNode.Mapping;
import io.stoker.check.YamlNode.Scalar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/** Reads a document whose root is a mapping, and of a list in it one item at a time. */
final class DocumentWalk {
  private final YamlEvents events;
  private final YamlTree tree;
  private final DuplicateKeys duplicates;

  DocumentWalk(GoYamlText text, DuplicateKeys duplicates) {
    this.events = new YamlEvents(text);
    this.tree = new YamlTree(events, duplicates);
    this.duplicates = duplicates;
  }

  /** Is told the parts of a document. */
  interface Visitor {

    /** The document's root is no mapping but this. */
    void root(YamlNode other);

    /** The root has this key; what belongs to it is told next. */
    void key(YamlNode key);

    /** A key of the root has a value, which is no list. */
    void value(YamlNode key, YamlNode value);

    /** A key of the root has a list, with this in it. */
    void item(YamlNode key, YamlNode item);
  }

  /** To the end of the first document; an empty one tells nothing. */
  void walk(Visitor visitor) throws YamlRefusal, IOException {
    if (events.begin()) {
      if (events.peek() instanceof MappingStartEvent) {
        mapping(visitor);
      } else {
        visitor.root(tree.read());
      }
    }
    events.end();
  }

  private void mapping(Visitor visitor) throws YamlRefusal, IOException {
    Event start = events.next();
    List<Entry> keys = new ArrayList<>();
    while (!tree.atEnd()) {
      YamlNode key = tree.read();
      visitor.key(key);
      keys.add(new Entry(key, nothing(key.position())));
      entry(key, visitor);
    }
    duplicates.look(new Mapping(YamlEvents.position(start.getStartMark()), keys));
  }

  private void entry(YamlNode key, Visitor visitor) throws YamlRefusal, IOException {
    if (events.peek() instanceof SequenceStartEvent list && list.getAnchor().isEmpty()) {
      events.next();
      while (!tree.atEnd()) {
        visitor.item(key, tree.read());
      }
    } else {
      visitor.value(key, tree.read());
    }
  }

  private static YamlNode nothing(Position position) {
    return new Scalar(position, "", true, Optional.empty());
  }
}
