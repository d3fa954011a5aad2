package io.stoker.yaml;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** The first document of a text as a stream of events; Prometheus reads no other. */
final class YamlEvents {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();

  private final GoYamlText text;
  private final ParserImpl parser;
  private Position last = new Position(1, 1);
  private Position end = last;
  private boolean afterPlain;
  private int flowDepth;

  YamlEvents(GoYamlText text) {
    this.text = text;
    this.parser = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, (Reader) text));
  }

  /** Goes to the first node; false if there is none. */
  boolean begin() throws YamlRefusal, IOException {
    Event event = next();
    while (event instanceof StreamStartEvent || event instanceof DocumentStartEvent) {
      if (peek() instanceof StreamEndEvent) {
        return false;
      }
      if (event instanceof DocumentStartEvent) {
        return true;
      }
      event = next();
    }
    return false;
  }

  /** After the last node: whether the text went on to its end with nothing that is refused. */
  void end() throws YamlRefusal, IOException {
    if (text.refused().isPresent() && endsWithStream()) {
      throw unreadable(text.refused().get());
    }
  }

  Event peek() throws YamlRefusal, IOException {
    try {
      return parser.peekEvent();
    } catch (MarkedYamlEngineException e) {
      throw refusal(e);
    } catch (YamlEngineException e) {
      throw failure(e);
    }
  }

  Event next() throws YamlRefusal, IOException {
    Event event = peek();
    parser.next();
    requireSpace(event);
    last = position(event.getStartMark());
    end = position(event.getEndMark());
    afterPlain =
        event instanceof ScalarEvent scalar && scalar.isPlain() && scalar.getAnchor().isEmpty();
    requireNoQuestionMark(event);
    flowDepth += depthChange(event);
    return event;
  }

  /** Within brackets YAML 1.2 ends a key at {@code key:[}, but go-yaml reads it on as a text. */
  private void requireSpace(Event event) throws YamlRefusal {
    Position begin = position(event.getStartMark());
    boolean touches = begin.line() == end.line() && begin.column() == end.column() + 1;
    if (flowDepth > 0 && afterPlain && touches && event instanceof CollectionStartEvent) {
      throw new YamlRefusal(
          begin, "a ':' within brackets is not followed by a space", "add the space", true);
    }
  }

  /** Within brackets go-yaml reads a '?' as the sign of a key, even without a space. */
  private void requireNoQuestionMark(Event event) throws YamlRefusal {
    if (flowDepth > 0
        && afterPlain
        && event instanceof ScalarEvent scalar
        && scalar.getValue().startsWith("?")) {
      throw new YamlRefusal(
          last, "a text within brackets begins with '?'", "put it into quotes", false);
    }
  }

  static Position position(Optional<Mark> mark) {
    return mark.map(at -> new Position(at.getLine() + 1, at.getColumn() + 1)).orElseThrow();
  }

  private int depthChange(Event event) {
    boolean inFlow = flowDepth > 0;
    return switch (event) {
      case CollectionStartEvent start when start.isFlow() -> 1;
      case CollectionEndEvent end when inFlow -> -1;
      default -> 0;
    };
  }

  private boolean endsWithStream() {
    try {
      if (peek() instanceof DocumentEndEvent end && !end.isExplicit()) {
        next();
      }
      return peek() instanceof StreamEndEvent;
    } catch (YamlRefusal | IOException e) {
      return false;
    }
  }

  private YamlRefusal refusal(MarkedYamlEngineException refusal) {
    Position at = refusal.getProblemMark().isPresent() ? position(refusal.getProblemMark()) : last;
    return text.refused()
        .filter(character -> character.line() <= at.line())
        .map(YamlEvents::unreadable)
        .orElseGet(() -> YamlProblems.of(refusal, at, flowDepth > 0));
  }

  private YamlRefusal failure(YamlEngineException failure) throws IOException {
    if (failure.getCause() instanceof IOException unreadable) {
      throw unreadable;
    }
    return new YamlRefusal(
        last, "this is no YAML that Stoker can read", "compare it with YAML 1.1", false);
  }

  private static YamlRefusal unreadable(Position position) {
    return new YamlRefusal(
        position,
        "a byte is no UTF-8 text, or is a control character",
        "save the file as UTF-8 and remove the character",
        true);
  }
}
