package io.stoker.served;

import io.stoker.served.Tree.Leaf;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Other ways to write a value down. */
final class Spellings {
  private static final Map<String, List<String>> OTHER =
      Map.ofEntries(
          Map.entry("30s", List.of("30000ms")),
          Map.entry("45s", List.of("45000ms")),
          Map.entry("1m", List.of("60s", "60000ms")),
          Map.entry("90s", List.of("1m30s")),
          Map.entry("2m", List.of("120s", "1m60s")),
          Map.entry("1h", List.of("60m", "3600s")),
          Map.entry("1d", List.of("24h")),
          Map.entry("5s", List.of("5000ms")),
          Map.entry("10s", List.of("10000ms")),
          Map.entry("1KB", List.of("1KiB", "1024B")),
          Map.entry("10MB", List.of("10MiB", "10240KB")),
          Map.entry("1536KiB", List.of("1MiB512KiB", "1.5MB")),
          Map.entry("3GiB", List.of("3GB", "3072MiB")),
          Map.entry("true", List.of("yes", "on", "True", "TRUE")),
          Map.entry("false", List.of("no", "off", "False")),
          Map.entry("7", List.of("0x7", "007", "+7")),
          Map.entry("50", List.of("0x32", "062", "0b110010")),
          Map.entry("1000", List.of("1_000", "0x3e8")),
          Map.entry("2048", List.of("0x800", "2_048")),
          Map.entry("100000", List.of("100_000")),
          Map.entry("0.5", List.of(".5", "5e-1", "0.50")),
          Map.entry("0.25", List.of("0.250", "2.5e-1")),
          Map.entry("1.125", List.of("1.1250")));
  private static final List<String> TYPES =
      List.of("long", "short", "size", "bool", "int", "float");

  private Spellings() {}

  static Optional<Tree> of(Tree value, Random random) {
    return value instanceof Leaf(String type, String text)
            && TYPES.contains(type)
            && OTHER.containsKey(text)
        ? Optional.of(new Leaf(type, any(OTHER.get(text), random)))
        : Optional.empty();
  }

  private static String any(List<String> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
