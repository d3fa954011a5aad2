package io.stoker.served;

import io.stoker.served.Fields.Field;
import io.stoker.served.Pair.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts pairs. */
final class Tally {
  private final Map<Field, Integer> accepted = new HashMap<>();
  private final Map<String, Integer> results = new TreeMap<>();
  private final Map<String, Integer> reasons = new TreeMap<>();
  private int pairs;
  private int refused;

  void refused(Pair pair, String reason) {
    pairs++;
    refused++;
    reasons.merge(pair.field() + " " + pair.kind() + ": " + reason.strip(), 1, Integer::sum);
  }

  void accepted(Pair pair) {
    pairs++;
    accepted.merge(pair.field(), 1, Integer::sum);
  }

  void found(Kind kind, String result) {
    results.merge(result, 1, Integer::sum);
    results.merge(result + ", " + kind, 1, Integer::sum);
  }

  int pairs() {
    return pairs;
  }

  int refusedPairs() {
    return refused;
  }

  int accepted(Field field) {
    return accepted.getOrDefault(field, 0);
  }

  /** Why pairs were refused. */
  String reasons() {
    return String.join("\n", reasons.keySet());
  }

  /** One line for each result. */
  @Override
  public String toString() {
    var text = new StringBuilder(pairs + " pairs, " + refused + " refused\n");
    results.forEach((result, count) -> text.append(count).append("  ").append(result).append('\n'));
    return text.toString();
  }
}
