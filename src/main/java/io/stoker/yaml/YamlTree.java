package io.stoker.yaml;

import io.stoker.yaml.YamlNode.Alias;
import io.stoker.yaml.YamlNode.Entry;
import io.stoker.yaml.YamlNode.Mapping;
import io.stoker.yaml.YamlNode.Scalar;
import io.stoker.yaml.YamlNode.Sequence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/**
 * Makes nodes of events, one part of a document at a time, so that only the part in work is held.
 * Beyond it only anchored nodes are kept, of which an alias is a reference and no copy.
 */
final class YamlTree {
  /** What go-yaml takes for the name of an anchor; it sees its end elsewhere than this parser. */
  private static final Pattern ANCHOR = Pattern.compile("[\\w-]+");

  private static final int DEEPEST = 200;
  private static final int MOST_ANCHORED = 20_000;

  private final YamlEvents events;
  private final Consumer<Mapping> mappings;
  private final int mostNodes;
  private final Map<String, Optional<YamlNode>> anchors = new HashMap<>();
  private int anchored;
  private int made;
  private int before;
  private int depth;

  /**
   * @param mappings is told each mapping
   * @param mostNodes that a part may have
   */
  YamlTree(YamlEvents events, Consumer<Mapping> mappings, int mostNodes) {
    this.events = events;
    this.mappings = mappings;
    this.mostNodes = mostNodes;
  }

  /** Reads the next node with all that it holds, as a part of its own. */
  YamlNode part() throws YamlRefusal, IOException {
    before = made;
    return read();
  }

  private YamlNode read() throws YamlRefusal, IOException {
    Event event = events.next();
    Position position = YamlEvents.position(event.getStartMark());
    if (event instanceof AliasEvent alias) {
      return alias(alias, position);
    }
    enter(position);
    int first = made;
    Optional<String> anchor = anchor(event);
    anchor.ifPresent(name -> anchors.put(name, Optional.empty()));
    YamlNode node = node(event, position);
    anchor.ifPresent(name -> keep(name, node, made - first));
    depth--;
    return node;
  }

  private YamlNode node(Event event, Position position) throws YamlRefusal, IOException {
    made++;
    return switch (event) {
      case ScalarEvent scalar ->
          new Scalar(position, scalar.getValue(), scalar.isPlain(), scalar.getTag());
      case SequenceStartEvent sequence -> new Sequence(position, items());
      case MappingStartEvent mapping -> mapping(position);
      default -> throw new IllegalStateException("no node begins with " + event.getEventId());
    };
  }

  private List<YamlNode> items() throws YamlRefusal, IOException {
    List<YamlNode> items = new ArrayList<>();
    while (!atEnd()) {
      items.add(read());
    }
    return items;
  }

  private Mapping mapping(Position position) throws YamlRefusal, IOException {
    List<Entry> entries = new ArrayList<>();
    while (!atEnd()) {
      entries.add(new Entry(read(), read()));
    }
    var mapping = new Mapping(position, entries);
    mappings.accept(mapping);
    return mapping;
  }

  /** Whether the collection ends here; then its end is passed over. */
  boolean atEnd() throws YamlRefusal, IOException {
    boolean ends = events.peek() instanceof CollectionEndEvent;
    if (ends) {
      events.next();
    }
    return ends;
  }

  private Alias alias(AliasEvent alias, Position position) throws YamlRefusal {
    String name = alias.getAnchor().map(Object::toString).orElse("");
    Optional<YamlNode> target = anchors.get(name);
    if (target == null) {
      throw new YamlRefusal(
          position,
          "the alias names an anchor that is not set before it",
          "set the anchor with '&', or put the value into quotes",
          ANCHOR.matcher(name).matches());
    }
    return new Alias(position, name, target);
  }

  private void keep(String name, YamlNode node, int size) {
    anchored += size;
    if (anchored <= MOST_ANCHORED) {
      anchors.put(name, Optional.of(node));
    }
  }

  private void enter(Position position) throws YamlRefusal {
    depth++;
    if (depth > DEEPEST) {
      throw new YamlRefusal(
          position, "this is nested too deeply for Stoker", "flatten it if you can", false);
    }
    if (made - before >= mostNodes) {
      throw new YamlRefusal(
          position, "this part is too large for Stoker", "divide it if you can", false);
    }
  }

  private static Optional<String> anchor(Event event) throws YamlRefusal {
    Optional<String> name =
        event instanceof NodeEvent node ? node.getAnchor().map(Object::toString) : Optional.empty();
    if (name.isPresent() && !ANCHOR.matcher(name.get()).matches()) {
      throw new YamlRefusal(
          YamlEvents.position(event.getStartMark()),
          "the name of the anchor is unusual",
          "use letters, digits, '_' and '-'",
          false);
    }
    return name;
  }
}
