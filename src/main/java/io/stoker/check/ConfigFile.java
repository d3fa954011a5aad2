package io.stoker.check;

import io.stoker.source.PlainFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** A file to be checked; it may be opened more than once. */
interface ConfigFile {

  /** As it is shown. */
  String name();

  InputStream open() throws IOException;

  static ConfigFile at(Path path) {
    return new ConfigFile() {
      @Override
      public String name() {
        return path.toString();
      }

      @Override
      public InputStream open() throws IOException {
        return PlainFile.open(path);
      }
    };
  }
}
