package io.stoker.check;

import io.stoker.source.WatchedRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * Checks watched files: the main file with all that it names, and whatever else looks like a part
 * of a configuration.
 *
 * @param judges one for each check
 * @param enforced whether what is found faulty must not be loaded
 */
public record WatchedFilesCheck(
    List<WatchedRoot> roots, Supplier<Expressions> judges, boolean enforced)
    implements SnapshotCheck {
  /** A sidecar's processor share is small, and what is accepted has no hurry. */
  private static final long MOST_DOUBTED = 1 << 20;

  /** What changed is most likely at fault, and among thousands of files it is found at once. */
  @Override
  public CheckResult check(List<String> files, List<String> changed) {
    Expressions expressions = judges.get();
    var suspects = new ConfigCheck(expressions);
    changed.stream().filter(files::contains).forEach(file -> look(suspects, file));
    if (suspects.result().hasErrors()) {
      return suspects.result();
    }
    return all(files, expressions);
  }

  @Override
  public List<Finding> doubts(List<String> files) {
    if (files.stream().mapToLong(WatchedFilesCheck::size).sum() > MOST_DOUBTED) {
      return List.of();
    }
    return all(files, Expressions.unjudged()).findings().stream()
        .filter(finding -> !finding.isError())
        .toList();
  }

  private CheckResult all(List<String> files, Expressions expressions) {
    var all = new ConfigCheck(expressions);
    roots.stream().filter(WatchedRoot::required).map(WatchedRoot::path).forEach(all::mainFile);
    files.forEach(file -> look(all, file));
    return all.result();
  }

  private static long size(String file) {
    try {
      return Files.size(Path.of(file));
    } catch (IOException e) {
      return 0;
    }
  }

  /** What cannot be read is told by whoever reads it for the fingerprint. */
  private static void look(ConfigCheck check, String file) {
    try {
      check.anyFile(Path.of(file));
    } catch (IOException e) {
      // not judged
    }
  }
}
