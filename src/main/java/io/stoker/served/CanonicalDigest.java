package io.stoker.served;

import io.stoker.yaml.YamlNode;
import io.stoker.yaml.YamlNode.Alias;
import io.stoker.yaml.YamlNode.Mapping;
import io.stoker.yaml.YamlNode.Scalar;
import io.stoker.yaml.YamlNode.Sequence;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Names what a YAML document means: comments, the order of keys, quotes, aliases and merges make no
 * difference. Equal digests mean equal configurations; different ones may still mean the same, by
 * defaults that are spelled out or by other spellings of a value.
 */
final class CanonicalDigest {
  private final MessageDigest sha256;

  CanonicalDigest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  byte[] of(YamlNode node) {
    return switch (node.resolved()) {
      case Scalar scalar when scalar.isNull() -> of('n');
      case Scalar scalar -> of('s', text(scalar));
      case Sequence list -> of('l', list.items().stream().map(this::of).toArray(byte[][]::new));
      case Mapping keys -> of(keys);
      case Alias unknown -> of('a', unknown.name().getBytes(StandardCharsets.UTF_8));
    };
  }

  /** A mapping by the digests of its values. */
  byte[] ofFields(Map<String, byte[]> fields) {
    byte[][] parts =
        new TreeMap<>(fields)
            .entrySet().stream()
                .map(field -> of('f', bytes(field.getKey()), field.getValue()))
                .toArray(byte[][]::new);
    return of('m', parts);
  }

  /** A list which becomes longer by an item. */
  byte[] longer(byte[] list, YamlNode item) {
    return of('i', list, of(item));
  }

  static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }

  private byte[] of(Mapping keys) {
    Optional<Map<String, YamlNode>> fields = Meant.fields(keys);
    if (fields.isEmpty()) {
      return of(
          'k',
          keys.entries().stream()
              .map(entry -> of('e', of(entry.key()), of(entry.value())))
              .toArray(byte[][]::new));
    }
    var digests = new TreeMap<String, byte[]>();
    fields.get().forEach((key, value) -> digests.put(key, of(value)));
    return ofFields(digests);
  }

  private static byte[] text(Scalar scalar) {
    return bytes(
        scalar.tag().filter(tag -> !Meant.isUntagged(scalar)).orElse("") + " " + scalar.text());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Of several parts, of which none can be taken for another. */
  byte[] of(char kind, byte[]... parts) {
    sha256.update((byte) kind);
    for (byte[] part : parts) {
      sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
      sha256.update(part);
    }
    return sha256.digest();
  }
}
