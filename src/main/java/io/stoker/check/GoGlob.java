package io.stoker.check;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds files as Go's filepath.Glob does; folders that cannot be read have none. */
final class GoGlob {
  private GoGlob() {}

  /** Sorted within each folder; absent if the pattern is malformed. */
  static Optional<List<Path>> files(Path pattern) {
    for (Path name : pattern) {
      if (GoPattern.compile(name.toString()).isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.of(matches(pattern));
  }

  private static List<Path> matches(Path pattern) {
    if (!GoPattern.isPattern(pattern.toString())) {
      boolean exists = Files.exists(pattern, LinkOption.NOFOLLOW_LINKS);
      return exists ? List.of(pattern) : List.of();
    }
    Pattern name = GoPattern.compile(pattern.getFileName().toString()).orElseThrow();
    List<Path> found = new ArrayList<>();
    for (Path folder : folders(pattern.getParent())) {
      found.addAll(matches(folder, name));
    }
    return found;
  }

  private static List<Path> folders(Path parent) {
    return parent == null ? List.of(Path.of("")) : matches(parent);
  }

  private static List<Path> matches(Path folder, Pattern name) {
    List<Path> found = new ArrayList<>();
    try (var entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (name.matcher(entry.getFileName().toString()).matches()) {
          found.add(entry);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return List.of();
    }
    found.sort(null);
    return found;
  }
}
