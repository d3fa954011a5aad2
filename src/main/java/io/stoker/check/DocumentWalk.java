package io.stoker.check;

import io.stoker.yaml.DocumentCursor;
import io.stoker.yaml.GoYamlText;
import io.stoker.yaml.Position;
import io.stoker.yaml.YamlNode;
import io.stoker.yaml.YamlNode.Entry;
import io.stoker.yaml.YamlNode.Mapping;
import io.stoker.yaml.YamlNode.Scalar;
import io.stoker.yaml.YamlRefusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a document whose root is a mapping, and of a list in it one item at a time. */
final class DocumentWalk {
  private final DocumentCursor cursor;
  private final DuplicateKeys duplicates;

  DocumentWalk(GoYamlText text, DuplicateKeys duplicates) {
    this.cursor = new DocumentCursor(text, duplicates::look, Integer.MAX_VALUE);
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
    if (cursor.begin()) {
      Position root = cursor.position();
      if (cursor.entersMapping()) {
        mapping(root, visitor);
      } else {
        visitor.root(cursor.read());
      }
    }
    cursor.end();
  }

  private void mapping(Position root, Visitor visitor) throws YamlRefusal, IOException {
    List<Entry> keys = new ArrayList<>();
    while (cursor.more()) {
      YamlNode key = cursor.read();
      visitor.key(key);
      keys.add(new Entry(key, nothing(key.position())));
      entry(key, visitor);
    }
    duplicates.look(new Mapping(root, keys));
  }

  private void entry(YamlNode key, Visitor visitor) throws YamlRefusal, IOException {
    if (cursor.entersList()) {
      while (cursor.more()) {
        visitor.item(key, cursor.read());
      }
    } else {
      visitor.value(key, cursor.read());
    }
  }

  private static YamlNode nothing(Position position) {
    return new Scalar(position, "", true, Optional.empty());
  }
}
