package io.stoker.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** A file to be checked; it may be opened more than once. */
public interface ConfigFile {

  /** As it is shown. */
  String name();

  boolean isFolder();

  InputStream open() throws IOException;

  /**
   * The files that this one names.
   *
   * @param pattern as Prometheus takes it, relative to the folder of this file
   */
  Matches matching(String pattern);

  /** What a pattern stands for. */
  sealed interface Matches {

    /**
     * These files, or none.
     *
     * @param pattern from the root of the file system, if this file is named so
     */
    record Found(String pattern, List<ConfigFile> files) implements Matches {}

    /** Nothing, for Go does not understand it. */
    record Malformed() implements Matches {}

    /** Nobody knows, for the folder cannot be seen. */
    record Unseen() implements Matches {}
  }

  /** On disk. */
  static ConfigFile at(Path path) {
    return new FileOnDisk(path);
  }

  /** In memory, such as a key of a ConfigMap; who reads it has it in a folder that is not seen. */
  static ConfigFile of(String name, byte[] content) {
    return new FileInMemory(name, content);
  }
}
