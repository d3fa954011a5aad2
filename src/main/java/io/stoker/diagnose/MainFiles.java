package io.stoker.diagnose;

import io.stoker.source.WatchedRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The main files that are watched. Whether a target reads one of them is hard to know, since it may
 * see the same volume under another path: only a difference that is beyond doubt is told.
 *
 * @param watched the main files
 * @param folders the other folders that are watched
 */
public record MainFiles(List<Path> watched, List<Path> folders) {

  /** Those among all that is watched. */
  public static MainFiles of(List<WatchedRoot> roots) {
    return new MainFiles(paths(roots, true), paths(roots, false));
  }

  /**
   * Those to be read with care; who names none most likely has one of Prometheus' default name. Not
   * below the folders themselves, where the check looks, too: nobody lists files for a diagnosis.
   */
  List<Path> likely() {
    return watched.isEmpty()
        ? folders.stream().map(folder -> folder.resolve(WatchedRoot.USUAL_MAIN_FILE)).toList()
        : watched;
  }

  /** The one that is there; empty where there are several, of which any may be read, or none. */
  Optional<Path> only() {
    List<Path> there = likely().stream().filter(Files::isRegularFile).toList();
    return there.size() == 1 ? Optional.of(there.getFirst()) : Optional.empty();
  }

  private static List<Path> paths(List<WatchedRoot> roots, boolean required) {
    return roots.stream()
        .filter(root -> root.required() == required)
        .map(WatchedRoot::path)
        .toList();
  }

  /**
   * How the file that a target reads differs from all that are watched, in one sentence; nothing
   * where it may be one of them.
   *
   * @param served the target's {@code --config.file}
   */
  Optional<String> otherThan(String served) {
    if (served.isEmpty() || watched.isEmpty()) {
      return Optional.empty();
    }
    try {
      Path file = Path.of(served);
      boolean other = watched.stream().allMatch(mine -> isOther(file, mine));
      return other
          ? Optional.of("Prometheus reads %s, but %s is watched".formatted(served, watched.get(0)))
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private boolean isOther(Path served, Path mine) {
    if (isSame(served, mine)) {
      return false;
    }
    Path name = served.getFileName();
    return name != null && (!mine.endsWith(name) || isSeen(served));
  }

  /** A file in a folder that both see is the one that Prometheus reads, and no namesake. */
  private boolean isSeen(Path served) {
    return folders.stream().anyMatch(served::startsWith) && Files.isRegularFile(served);
  }

  private static boolean isSame(Path served, Path mine) {
    try {
      return served.isAbsolute() && Files.isSameFile(served, mine);
    } catch (IOException e) {
      return false;
    }
  }
}
