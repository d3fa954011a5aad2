package io.stoker.blackbox;

import io.stoker.testbed.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** A config folder that is no volume: a main file, and a folder of rules beside it. */
record PlainFolder(Path main, Path rules) {

  static PlainFolder in(Path folder) throws IOException {
    Files.createDirectories(folder);
    var created = new PlainFolder(folder.resolve(Texts.MAIN), folder.resolve("rules"));
    created.restore("start");
    return created;
  }

  /** No rules, and a main file of this revision that anyone may read. */
  void restore(String revision) throws IOException {
    FileTree.delete(rules);
    Files.createDirectory(rules);
    Files.writeString(main, Texts.main(revision));
    Modes.allow(main);
  }

  void touch() {
    try {
      Files.setLastModifiedTime(main, FileTime.from(Instant.now()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
