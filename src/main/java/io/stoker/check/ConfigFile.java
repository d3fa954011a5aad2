package io.stoker.check;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A file to be checked; it may be opened more than once. */
interface ConfigFile {

  /** As it is shown. */
  String name();

  InputStream open() throws IOException;

  /** The operator hands a main file over in compressed form. */
  private static InputStream unpacked(InputStream bytes) throws IOException {
    var buffered = new BufferedInputStream(bytes);
    buffered.mark(2);
    boolean packed = buffered.read() == 0x1f && buffered.read() == 0x8b;
    buffered.reset();
    return packed ? new GZIPInputStream(buffered) : buffered;
  }

  static ConfigFile at(Path path) {
    return new ConfigFile() {
      @Override
      public String name() {
        return path.toString();
      }

      @Override
      public InputStream open() throws IOException {
        return unpacked(Files.newInputStream(path));
      }
    };
  }
}
