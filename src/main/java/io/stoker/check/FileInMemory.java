package io.stoker.check;

import io.stoker.source.PlainFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A text that has a name but no folder. */
final class FileInMemory implements ConfigFile {
  private final String name;
  private final byte[] content;

  FileInMemory(String name, byte[] content) {
    this.name = name;
    this.content = content;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean isFolder() {
    return false;
  }

  @Override
  public InputStream open() throws IOException {
    return PlainFile.unpacked(new ByteArrayInputStream(content));
  }

  @Override
  public Matches matching(String pattern) {
    boolean malformed =
        Arrays.stream(pattern.split("/", -1)).anyMatch(part -> GoPattern.compile(part).isEmpty());
    return malformed ? new Matches.Malformed() : new Matches.Unseen();
  }
}
