package io.stoker.served;

import io.stoker.yaml.DocumentCursor;
import io.stoker.yaml.GoYamlText;
import io.stoker.yaml.YamlNode;
import io.stoker.yaml.YamlNode.Scalar;
import io.stoker.yaml.YamlRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What there is in a file.
 *
 * @param keys those of the root
 * @param canonical names what the file means, see {@link CanonicalDigest}
 */
record FileOutline(Set<String> keys, String canonical) {

  /** Absent if the root is no mapping whose keys are plain to see. */
  static Optional<FileOutline> of(ConfigText file) throws YamlRefusal, IOException {
    try (InputStream bytes = file.open()) {
      var cursor = new DocumentCursor(GoYamlText.of(bytes), mapping -> {}, FileSections.MOST_NODES);
      Map<String, byte[]> sections = new LinkedHashMap<>();
      if (cursor.begin() && !read(cursor, sections)) {
        return Optional.empty();
      }
      cursor.end();
      String canonical = CanonicalDigest.hex(new CanonicalDigest().ofFields(sections));
      return Optional.of(new FileOutline(sections.keySet(), canonical));
    }
  }

  private static boolean read(DocumentCursor cursor, Map<String, byte[]> sections)
      throws YamlRefusal, IOException {
    if (!cursor.entersMapping()) {
      return cursor.read().isNull();
    }
    while (cursor.more()) {
      if (!(cursor.read() instanceof Scalar key) || key.text().equals("<<")) {
        return false;
      }
      sections.put(key.text(), digest(new Section(cursor)));
    }
    return true;
  }

  /** The same, whether a list is read as a whole or one item at a time. */
  private static byte[] digest(Section section) throws YamlRefusal, IOException {
    var digests = new CanonicalDigest();
    if (section.whole().isPresent()) {
      return digests.of(section.whole().get());
    }
    byte[] list = {};
    Optional<YamlNode> item = section.next();
    while (item.isPresent()) {
      list = digests.longer(list, item.get());
      item = section.next();
    }
    return list;
  }
}
