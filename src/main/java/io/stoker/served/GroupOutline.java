package io.stoker.served;

import io.stoker.target.ServedGroup;
import io.stoker.target.ServedRule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * A rule group by its digests.
 *
 * @param texts of all that Prometheus serves as it is written
 * @param queries without white space; other ones may mean the same
 * @param interval in seconds; absent where the default holds
 */
record GroupOutline(String texts, String queries, OptionalDouble interval, int limit) {

  static GroupOutline of(ServedGroup group) {
    var interval = OptionalDouble.of(group.interval());
    return of(group.rules(), interval, group.limit());
  }

  static GroupOutline of(List<ServedRule> rules, OptionalDouble interval, int limit) {
    var digest = new CanonicalDigest();
    byte[][] texts = rules.stream().map(rule -> texts(rule, digest)).toArray(byte[][]::new);
    byte[][] queries = rules.stream().map(GroupOutline::query).toArray(byte[][]::new);
    return new GroupOutline(
        CanonicalDigest.hex(digest.of('g', texts)),
        CanonicalDigest.hex(digest.of('q', queries)),
        interval,
        limit);
  }

  /** Whether what is served may be this group, but for its queries. */
  boolean mayBe(GroupOutline served) {
    return texts.equals(served.texts)
        && limit == served.limit
        && (interval.isEmpty() || interval.equals(served.interval));
  }

  private static byte[] texts(ServedRule rule, CanonicalDigest digest) {
    List<byte[]> parts = new ArrayList<>();
    parts.add(bytes(rule.name()));
    parts.add(bytes(rule.seconds().toString()));
    parts.add(mapping(rule.labels(), digest));
    parts.add(mapping(rule.annotations(), digest));
    return digest.of('r', parts.toArray(byte[][]::new));
  }

  /** Empty labels are none. */
  private static byte[] mapping(Map<String, String> texts, CanonicalDigest digest) {
    Map<String, byte[]> fields = new TreeMap<>();
    texts.forEach(
        (key, text) -> {
          if (!text.isEmpty()) {
            fields.put(key, bytes(text));
          }
        });
    return digest.ofFields(fields);
  }

  private static byte[] query(ServedRule rule) {
    return bytes(rule.query().replaceAll("\\s", ""));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
