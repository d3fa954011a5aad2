package io.stoker.served;

import io.stoker.served.Tree.Branch;
import io.stoker.served.Tree.Items;
import io.stoker.served.Tree.Leaf;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Values of the types in fields.txt. */
final class RandomValues {
  private static final List<String> ODD =
      List.of(
          "w1",
          "w2",
          "b c",
          "yes",
          "true",
          "010",
          "1.0",
          "1",
          "60s",
          "1m",
          "5",
          "a: b",
          "x # y",
          "ü",
          "two\nlines\n",
          "~x",
          "'q'",
          "\"q\"",
          "- x",
          "{x}",
          "%41",
          "C:\\d\\n",
          "null",
          "a very long text of many words that go-yaml folds since it is longer than eighty characters");
  private static final List<String> EXPANDED =
      List.of("$HOME/x", "a-${STOKER_NONE}-b", "$$x", "plain", "x$");
  private static final Map<String, List<String>> POOLS =
      Map.ofEntries(
          Map.entry("long", List.of("30s", "45s", "1m", "90s", "2m", "1h", "1d")),
          Map.entry("short", List.of("5s", "10s", "15s", "20s")),
          Map.entry("millis", List.of("10ms", "20ms", "50ms")),
          Map.entry("size", List.of("1KB", "10MB", "1536KiB", "3GiB")),
          Map.entry("bool", List.of("true", "false")),
          Map.entry("int", List.of("7", "50", "1000", "2048", "100000")),
          Map.entry("lowint", List.of("1", "2", "3")),
          Map.entry("fraction", List.of("0.0001", "0.0002", "1e-5")),
          Map.entry("float", List.of("0.5", "0.25", "1.125")),
          Map.entry("path", List.of("a.txt", "sub/b.txt", "../c.txt", "/etc/x/d.txt", "./e/../f")),
          Map.entry("log", List.of("a.log", "./b.log", "../c.log")),
          Map.entry("sd_file", List.of("sd/a.json", "../sd/*.yml", "/etc/sd/c.yaml", "d.yml")),
          Map.entry("urlpath", List.of("/a", "/b/c", "/probe")),
          Map.entry(
              "url",
              List.of("http://u:p@h1:1/x", "https://h2/y?a=b", "HTTP://h3/a b", "http://h4/ü")),
          Map.entry(
              "plainurl",
              List.of("http://127.0.0.1:1/", "http://127.0.0.1:2/x", "https://127.0.0.1:3")),
          Map.entry("label_name", List.of("a", "b_c", "instance", "__meta_x")),
          Map.entry("regex", List.of("(.*)", "a|b", "5", "[a-z]+$", "x: (.+)", ".*@.*")),
          Map.entry("replacement", List.of("$1", "${1}:9100", "r", "yes", "a b")),
          Map.entry("closed", List.of("127.0.0.1:1", "127.0.0.1:2", "[::1]:1")),
          Map.entry("target", List.of("127.0.0.1:1", "localhost:2", "h:3", "[::1]:4")),
          Map.entry(
              "uuid",
              List.of(
                  "11111111-1111-1111-1111-111111111111", "22222222-2222-2222-2222-222222222222")));

  private final Random random;
  private int names;

  RandomValues(Random random) {
    this.random = random;
  }

  Tree of(String type) {
    int colon = type.indexOf(':');
    String kind = colon < 0 ? type : type.substring(0, colon);
    List<String> words = List.of(type.substring(colon + 1).split(",(?! )", -1));
    return switch (kind) {
      case "enum" -> new Leaf("enum", any(words));
      case "enums" ->
          new Items(shuffled(words).stream().map(word -> (Tree) new Leaf("enum", word)).toList());
      case "text" -> odd();
      case "texts",
          "targets",
          "secrets",
          "urls",
          "paths",
          "sd_files",
          "urlpaths",
          "closeds",
          "label_names" ->
          items(kind);
      case "name" -> new Leaf("text", "n" + names++);
      case "secret" -> new Leaf("secret", "s3cret" + random.nextInt(1000));
      case "labels" ->
          mapping(() -> random.nextInt(4) == 0 ? new Leaf("text", any(EXPANDED)) : odd());
      case "texts_by_key" -> mapping(this::odd);
      case "params" -> mapping(() -> items("texts"));
      case "regex", "replacement" -> new Leaf("text", any(POOLS.get(kind)));
      default -> new Leaf(kind, any(POOLS.get(kind)));
    };
  }

  /** Another value than this. */
  Tree otherThan(Tree value, String type) {
    Tree other = of(type);
    for (int i = 0; i < 20 && other.equals(value); i++) {
      other = of(type);
    }
    return other;
  }

  private Leaf odd() {
    return new Leaf("text", any(ODD));
  }

  private Items items(String kind) {
    String type = kind.substring(0, kind.length() - 1);
    var all = IntStream.range(0, 1 + random.nextInt(3)).mapToObj(i -> of(type));
    return new Items(
        (kind.equals("label_names") || kind.equals("texts") ? all.distinct() : all).toList());
  }

  private Branch mapping(Supplier<Tree> values) {
    var all = new LinkedHashMap<String, Tree>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      all.put(any(List.of("k1", "k2", "k3", "y", "on")), values.get());
    }
    return new Branch(all);
  }

  private List<String> shuffled(List<String> words) {
    var all = new java.util.ArrayList<>(words);
    java.util.Collections.shuffle(all, random);
    return all.subList(0, 1 + random.nextInt(all.size()));
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
