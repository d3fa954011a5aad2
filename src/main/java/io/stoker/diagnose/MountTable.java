package io.stoker.diagnose;

import io.stoker.report.Diagnosis;
import io.stoker.source.WatchedRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the kernel tells of mounts ({@code /proc/self/mountinfo}, proc(5)): a subPath mount leads
 * into one version of a volume, {@code ..2026_11_22_10_00_00.123}, past the link that would lead to
 * the next. So it shows without asking the API server.
 */
public final class MountTable {
  private static final Path OWN = Path.of("/proc/self/mountinfo");
  private static final Pattern VERSION =
      Pattern.compile("/\\.\\.\\d{4}_\\d\\d_\\d\\d_[\\d_.]+(/|$)");

  /** Fields of a line: the path within the mounted file system, and where it is mounted. */
  private static final int ROOT = 3;

  private static final int MOUNT_POINT = 4;

  private MountTable() {}

  /** The mounts of this process that hold watched files and never change. */
  public static List<Diagnosis> subPaths(List<WatchedRoot> watched) {
    try (Stream<String> lines = Files.lines(OWN)) {
      return subPaths(lines, watched);
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  static List<Diagnosis> subPaths(Stream<String> lines, List<WatchedRoot> watched) {
    return lines
        .map(line -> line.split(" ", -1))
        .filter(fields -> fields.length > MOUNT_POINT && VERSION.matcher(fields[ROOT]).find())
        .flatMap(fields -> path(fields[MOUNT_POINT]).stream())
        .filter(mount -> watched.stream().anyMatch(root -> touches(mount, root.path())))
        .map(SubPaths::never)
        .toList();
  }

  private static boolean touches(Path mount, Path watched) {
    return mount.startsWith(watched) || watched.startsWith(mount);
  }

  /** Blanks are written as octal numbers. */
  private static Optional<Path> path(String escaped) {
    try {
      return Optional.of(
          Path.of(
              escaped
                  .replace("\\040", " ")
                  .replace("\\011", "\t")
                  .replace("\\012", "\n")
                  .replace("\\134", "\\")));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
