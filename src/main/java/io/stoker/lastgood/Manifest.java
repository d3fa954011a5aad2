package io.stoker.lastgood;

import io.stoker.fingerprint.ExpectedFiles;
import io.stoker.fingerprint.Fingerprint;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a copy holds, so that a damaged one is told. A line for each file, as {@code sha256sum}
 * writes it.
 *
 * @param digests the SHA-256 of each file by its name
 */
record Manifest(SortedMap<String, String> digests) {
  private static final int DIGITS = 64;
  private static final String GAP = "  ";
  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

  /** The name of the content. */
  Fingerprint fingerprint() {
    return ExpectedFiles.fingerprint(digests);
  }

  void writeTo(OutputStream stream) throws IOException {
    for (var file : digests.entrySet()) {
      String line = file.getValue() + GAP + escaped(file.getKey()) + "\n";
      stream.write(line.getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * Reads one.
   *
   * @throws IOException when there is none, or something else
   */
  static Manifest read(Path file) throws IOException {
    var digests = new TreeMap<String, String>();
    for (String line : Files.readAllLines(file)) {
      if (!line.matches("(?s)[0-9a-f]{64}" + GAP + ".+")) {
        throw new IOException("is no manifest");
      }
      digests.put(unescaped(line.substring(DIGITS + GAP.length())), line.substring(0, DIGITS));
    }
    return new Manifest(digests);
  }

  /** A file's name may hold whatever ends a line. */
  private static String escaped(String name) {
    return name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String unescaped(String name) {
    return ESCAPE
        .matcher(name)
        .replaceAll(
            found ->
                switch (found.group(1)) {
                  case "n" -> "\n";
                  case "r" -> "\r";
                  default -> Matcher.quoteReplacement(found.group(1));
                });
  }
}
