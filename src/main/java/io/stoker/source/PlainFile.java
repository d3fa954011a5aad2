package io.stoker.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A file, which may be compressed as prometheus-operator writes it. */
public final class PlainFile {
  private static final int MAGIC = 2;
  private static final int FIRST = 0x1f;
  private static final int SECOND = 0x8b;

  private PlainFile() {}

  /** Its text, to be closed by the caller. */
  public static InputStream open(Path path) throws IOException {
    return unpacked(new BufferedInputStream(Files.newInputStream(path)));
  }

  /**
   * The text of what may be compressed.
   *
   * @param bytes must support marks
   */
  public static InputStream unpacked(InputStream bytes) throws IOException {
    bytes.mark(MAGIC);
    boolean compressed = bytes.read() == FIRST && bytes.read() == SECOND;
    bytes.reset();
    return compressed ? new GZIPInputStream(bytes) : bytes;
  }
}
