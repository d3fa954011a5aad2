package io.stoker.served;

import io.stoker.served.Comparison.How;
import io.stoker.yaml.YamlNode;
import io.stoker.yaml.YamlNode.Alias;
import io.stoker.yaml.YamlNode.Mapping;
import io.stoker.yaml.YamlNode.Scalar;
import io.stoker.yaml.YamlNode.Sequence;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares a part of a file with the same part as it is served. All that the file holds has to be
 * there, but for what Prometheus leaves out; what only the target has may be a default, unless it
 * is an item of a list that the file has, or stands where only users put keys.
 */
final class NodeComparison {
  /** As prometheus-config-reloader has them. */
  private static final String SUBSTITUTED = "$(";

  private final ConfigFolder folder;
  private final Differences differences;

  NodeComparison(ConfigFolder folder, Differences differences) {
    this.folder = folder;
    this.differences = differences;
  }

  /**
   * Where two nodes stand.
   *
   * @param name such as {@code scrape_configs[3].params}
   * @param key the last of the keys that lead there
   */
  record Spot(String name, String key, Place place) {
    static Spot of(String key) {
      return new Spot(key, key, Place.of(Place.SPELLED, key));
    }

    Spot field(String next) {
      return new Spot(name + "." + next, next, Place.of(place, next));
    }

    Spot item(int index) {
      return new Spot(name + "[" + index + "]", key, place);
    }
  }

  void compare(Spot spot, YamlNode written, YamlNode served) {
    YamlNode mine = written.resolved();
    switch (mine) {
      case Alias unknown -> differences.unsure(spot.name() + " is an alias of too much");
      case Scalar scalar when !Meant.isUntagged(scalar) ->
          differences.unsure(spot.name() + " has a tag");
      case Scalar scalar when served instanceof Scalar other -> scalars(spot, scalar, other);
      case Sequence list when served instanceof Sequence others -> lists(spot, list, others);
      case Mapping keys when served instanceof Mapping others -> mappings(spot, keys, others);
      default -> {
        if (Meant.isZero(mine)) {
          surplus(spot, served);
        } else if (served.isNull()) {
          missing(spot, mine);
        } else {
          differences.unsure(spot.name() + " is served in another form");
        }
      }
    }
  }

  /** A field that the target does not have. */
  private void missing(Spot spot, YamlNode written) {
    if (!isLeftOut(spot, written)) {
      boolean certain = spot.place().isExact() || Place.isFilledByFiles(spot.key());
      differences.different(spot.name(), How.MISSING, certain);
    }
  }

  /** A field that the file does not have. */
  void surplus(Spot spot, YamlNode served) {
    if (served instanceof Sequence list
        && !list.items().isEmpty()
        && Place.isFilledByFiles(spot.key())) {
      differences.different(spot.name(), How.SURPLUS, true);
    }
  }

  private static boolean isLeftOut(Spot spot, YamlNode written) {
    return spot.place().isExact() ? Meant.isEmpty(written) : Meant.isZero(written);
  }

  private void scalars(Spot spot, Scalar written, Scalar served) {
    if (Secrets.isMasked(served.text()) || written.isNull()) {
      return;
    }
    if (written.text().contains(SUBSTITUTED)) {
      differences.unsure(
          spot.name() + " holds a variable that is put in before Prometheus reads it");
    } else if (!isSame(spot, written, served)) {
      differences.different(spot.name(), How.CHANGED, spot.place().isExact());
    }
  }

  private boolean isSame(Spot spot, Scalar written, Scalar served) {
    return switch (spot.place()) {
      case EXACT -> written.text().equals(served.text());
      case EXPANDED -> Variables.mayBecome(written.text(), served.text());
      case PATH -> folder.mayServe(written.text(), served.text());
      case SPELLED ->
          Meaning.isSame(written.text(), served.text())
              || Meaning.isZero(written.text())
              || (spot.key().equals("action") && written.text().equalsIgnoreCase(served.text()));
    };
  }

  private void lists(Spot spot, Sequence written, Sequence served) {
    List<YamlNode> mine = written.items();
    List<YamlNode> theirs = served.items();
    for (int i = 0; i < Math.min(mine.size(), theirs.size()); i++) {
      compare(spot.item(i), mine.get(i), theirs.get(i));
    }
    if (mine.isEmpty()) {
      surplus(spot, served);
    } else if (mine.size() != theirs.size()) {
      lengths(spot, mine.size(), theirs.size());
    }
  }

  /** One list goes on where the other has ended. */
  void lengths(Spot spot, int mine, int theirs) {
    differences.different(
        spot.item(Math.min(mine, theirs)).name(),
        mine > theirs ? How.MISSING : How.SURPLUS,
        spot.place().isExact() || Place.isFilledByFiles(spot.key()));
  }

  private void mappings(Spot spot, Mapping written, Mapping served) {
    Optional<Map<String, YamlNode>> mine = Meant.fields(written);
    Optional<Map<String, YamlNode>> theirs = Meant.fields(served);
    if (mine.isEmpty() || theirs.isEmpty()) {
      differences.unsure(spot.name() + " has keys that Stoker cannot read");
      return;
    }
    Map<String, YamlNode> moved = MovedFields.in(mine.get(), theirs.get());
    moved.forEach((key, node) -> field(spot.field(key), node, theirs.get().get(key)));
    theirs.get().entrySet().stream()
        .filter(field -> !moved.containsKey(field.getKey()))
        .forEach(field -> extra(spot, field.getKey(), field.getValue()));
  }

  private void field(Spot spot, YamlNode written, YamlNode served) {
    if (served == null) {
      missing(spot, written);
    } else {
      compare(spot, written, served);
    }
  }

  private void extra(Spot spot, String key, YamlNode served) {
    if (spot.place().isExact() && !Meant.isEmpty(served)) {
      differences.different(spot.field(key).name(), How.SURPLUS, true);
    } else {
      surplus(spot.field(key), served);
    }
  }
}
