package io.stoker.check;

import io.stoker.source.PlainFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file as Prometheus would find it, too. */
record FileOnDisk(Path path) implements ConfigFile {

  @Override
  public String name() {
    return path.toString();
  }

  @Override
  public boolean isFolder() {
    return Files.isDirectory(path);
  }

  @Override
  public InputStream open() throws IOException {
    return PlainFile.open(path);
  }

  @Override
  public Matches matching(String pattern) {
    Path resolved = path.resolveSibling(pattern).normalize();
    return GoGlob.files(resolved)
        .<Matches>map(
            files ->
                new Matches.Found(resolved.toString(), files.stream().map(ConfigFile::at).toList()))
        .orElseGet(Matches.Malformed::new);
  }
}
