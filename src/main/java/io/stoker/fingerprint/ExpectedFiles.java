package io.stoker.fingerprint;

import io.stoker.source.FileStamp;
import io.stoker.source.WatchedFile;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;

/** Names content that files should have, as {@link Fingerprinter} names what they have. */
public final class ExpectedFiles {
  private static final HexFormat HEX = HexFormat.of();
  private static final FileStamp NEVER_LOOKED_AT = new FileStamp(0, 0, 0);

  private ExpectedFiles() {}

  /** The SHA-256 of one file's content, in hexadecimal digits. */
  public static String digest(byte[] content) {
    return HEX.formatHex(new Digests().of(content));
  }

  /**
   * The fingerprint of these files and no others.
   *
   * @param digests the {@link #digest} of each file by its name
   */
  public static Fingerprint fingerprint(SortedMap<String, String> digests) {
    return content(digests).fingerprint();
  }

  /**
   * The content of these files and no others.
   *
   * @param digests the {@link #digest} of each file by its name
   */
  public static Content content(SortedMap<String, String> digests) {
    var files = new ArrayList<WatchedFile>();
    byte[] all = new byte[digests.size() * Digests.LENGTH];
    digests.forEach(
        (name, digest) -> {
          System.arraycopy(
              HEX.parseHex(digest), 0, all, files.size() * Digests.LENGTH, Digests.LENGTH);
          files.add(new WatchedFile(name, NEVER_LOOKED_AT));
        });
    return new Content(new Digests().of(files, all, List.of()), List.copyOf(files), all, List.of());
  }
}
