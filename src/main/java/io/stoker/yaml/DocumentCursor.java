package io.stoker.yaml;

import java.io.IOException;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/**
 * Goes through the first document of a text, holding no more than the part that is asked for. After
 * {@link #begin} each node is either read as a whole or entered.
 */
public final class DocumentCursor {
  private final YamlEvents events;
  private final YamlTree tree;

  /**
   * @param mappings is told each mapping that is read as a part of a node
   * @param mostNodes that a part may have; a larger one is refused
   */
  public DocumentCursor(GoYamlText text, Consumer<YamlNode.Mapping> mappings, int mostNodes) {
    this.events = new YamlEvents(text);
    this.tree = new YamlTree(events, mappings, mostNodes);
  }

  /** Goes to the root; false if there is none. */
  public boolean begin() throws YamlRefusal, IOException {
    return events.begin();
  }

  /** Where the next node begins. */
  public Position position() throws YamlRefusal, IOException {
    return YamlEvents.position(events.peek().getStartMark());
  }

  /** Whether the next node is a mapping; then its first key comes next. */
  public boolean entersMapping() throws YamlRefusal, IOException {
    Event next = events.peek();
    return enters(next instanceof MappingStartEvent);
  }

  /** Whether the next node is a list, and none that can be referred to; then its items come. */
  public boolean entersList() throws YamlRefusal, IOException {
    Event next = events.peek();
    return enters(next instanceof SequenceStartEvent list && list.getAnchor().isEmpty());
  }

  /** Whether there is more in the mapping or list that was entered last; at its end it is left. */
  public boolean more() throws YamlRefusal, IOException {
    return !tree.atEnd();
  }

  /** The next node with all that it holds. */
  public YamlNode read() throws YamlRefusal, IOException {
    return tree.part();
  }

  /** After the last node: whether the text goes on to its end with nothing that is refused. */
  public void end() throws YamlRefusal, IOException {
    events.end();
  }

  private boolean enters(boolean wanted) throws YamlRefusal, IOException {
    if (wanted) {
      events.next();
    }
    return wanted;
  }
}
