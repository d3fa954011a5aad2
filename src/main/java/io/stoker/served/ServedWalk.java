package io.stoker.served;

import io.stoker.served.NodeComparison.Spot;
import io.stoker.yaml.DocumentCursor;
import io.stoker.yaml.GoYamlText;
import io.stoker.yaml.Position;
import io.stoker.yaml.YamlNode;
import io.stoker.yaml.YamlNode.Scalar;
import io.stoker.yaml.YamlRefusal;
import java.io.IOException;
import java.io.Reader;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Goes through what is served once, and beside it through the sections of the file. Of lists such
 * as {@code scrape_configs} one item of either side is held at a time.
 */
final class ServedWalk {
  private static final YamlNode NOTHING = new YamlNode.Mapping(new Position(1, 1), List.of());

  private final FileSections sections;
  private final Set<String> unserved;
  private final Differences differences = new Differences();
  private final NodeComparison nodes;

  /**
   * @param keys of the file's root
   */
  ServedWalk(FileSections sections, Set<String> keys, ConfigFolder folder) {
    this.sections = sections;
    this.unserved = new HashSet<>(keys);
    this.nodes = new NodeComparison(folder, differences);
  }

  Comparison compare(Reader served) throws YamlRefusal, IOException {
    var cursor = new DocumentCursor(GoYamlText.of(served), mapping -> {}, FileSections.MOST_NODES);
    if (cursor.begin() && cursor.entersMapping()) {
      while (cursor.more() && !differences.isDecided()) {
        String key = cursor.read() instanceof Scalar name ? name.text() : "";
        unserved.remove(key);
        section(Spot.of(key), new Section(cursor));
      }
    }
    if (!differences.isDecided()) {
      for (String key : unserved) {
        section(Spot.of(key));
      }
    }
    return differences.result();
  }

  private void section(Spot spot, Section served) throws YamlRefusal, IOException {
    Optional<Section> written = sections.find(spot.key());
    Optional<YamlNode> theirs = served.whole();
    Optional<YamlNode> mine = written.flatMap(Section::whole);
    if (theirs.isPresent() || mine.isPresent()) {
      nodes.compare(spot, mine.orElse(NOTHING), theirs.orElse(NOTHING));
    } else {
      lists(spot, written, served);
    }
    served.rest();
  }

  private void lists(Spot spot, Optional<Section> written, Section served)
      throws YamlRefusal, IOException {
    int both = 0;
    Optional<YamlNode> mine = next(written);
    Optional<YamlNode> theirs = served.next();
    while (mine.isPresent() && theirs.isPresent() && !differences.isDecided()) {
      nodes.compare(spot.item(both), mine.get(), theirs.get());
      both++;
      mine = next(written);
      theirs = served.next();
    }
    if (mine.isPresent() != theirs.isPresent()) {
      nodes.lengths(spot, both + (mine.isPresent() ? 1 : 0), both + (theirs.isPresent() ? 1 : 0));
    }
  }

  private static Optional<YamlNode> next(Optional<Section> section)
      throws YamlRefusal, IOException {
    return section.isPresent() ? section.get().next() : Optional.empty();
  }

  /** One that is not served at all. */
  private void section(Spot spot) throws YamlRefusal, IOException {
    Section written = sections.find(spot.key()).orElseThrow();
    nodes.compare(spot, written.whole().orElse(NOTHING), NOTHING);
    if (written.next().isPresent()) {
      nodes.lengths(spot, 1, 0);
    }
  }
}
