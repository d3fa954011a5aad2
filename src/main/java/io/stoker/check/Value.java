package io.stoker.check;

import io.stoker.yaml.Position;
import io.stoker.yaml.YamlNode;
import io.stoker.yaml.YamlNode.Alias;
import io.stoker.yaml.YamlNode.Mapping;
import io.stoker.yaml.YamlNode.Scalar;
import io.stoker.yaml.YamlNode.Sequence;

/** What go-yaml v3 makes of a node where a text is wanted. */
sealed interface Value {

  /** A text, be it written as a number or otherwise. */
  record Text(Position position, String text) implements Value {}

  /** Nothing; what is decoded keeps its default. */
  record Null(Position position, boolean blank) implements Value {}

  /** A list or keys, which are no text. */
  record Structure(Position position) implements Value {}

  /** Stoker cannot tell, so nothing is claimed. */
  record Unsure() implements Value {}

  /** The text; empty where there is none. */
  default String words() {
    return this instanceof Text text ? text.text() : "";
  }

  static Value of(YamlNode node) {
    return switch (node.resolved()) {
      case Scalar scalar when scalar.tag().isPresent() -> new Unsure();
      case Scalar scalar when scalar.isNull() -> new Null(node.position(), scalar.text().isEmpty());
      case Scalar scalar -> new Text(node.position(), scalar.text());
      case Sequence list -> new Structure(node.position());
      case Mapping keys -> new Structure(node.position());
      case Alias unknown -> new Unsure();
    };
  }
}
