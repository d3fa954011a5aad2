package io.stoker.check;

import io.stoker.source.WatchedRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Checks watched files: the main file with all that it names. A watched folder may hold other
 * programs' files, which are nobody's fault; so only a guess at what a target has refused looks at
 * whatever seems to be a rule file.
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
    if (enforced) {
      return named(files, expressions);
    }
    var suspects = new ConfigCheck(expressions);
    Set<String> there = Set.copyOf(files);
    changed.stream().filter(there::contains).forEach(file -> look(suspects, file));
    if (suspects.result().hasErrors()) {
      return suspects.result();
    }
    CheckResult named = named(files, expressions);
    return named.files() > 0 ? named : all(files, expressions);
  }

  @Override
  public List<Finding> doubts(List<String> files) {
    if (files.stream().mapToLong(WatchedFilesCheck::size).sum() > MOST_DOUBTED) {
      return List.of();
    }
    return named(files, Expressions.unjudged()).findings().stream()
        .filter(finding -> !finding.isError())
        .toList();
  }

  private CheckResult named(List<String> files, Expressions expressions) {
    var check = new ConfigCheck(expressions);
    List<Path> given = roots.stream().filter(WatchedRoot::required).map(WatchedRoot::path).toList();
    // all names are at hand, so it may lie deeper than where diagnoses look for it at each tick
    Stream<Path> likely =
        files.stream()
            .map(Path::of)
            .filter(file -> file.endsWith(WatchedRoot.USUAL_MAIN_FILE))
            .limit(2);
    List<Path> main = given.isEmpty() ? likely.toList() : given;
    // of two namesakes nobody knows which is read
    if (!given.isEmpty() || main.size() == 1) {
      main.stream().map(ConfigFile::at).forEach(check::mainFile);
    }
    return check.result();
  }

  private static CheckResult all(List<String> files, Expressions expressions) {
    var check = new ConfigCheck(expressions);
    files.forEach(file -> look(check, file));
    return check.result();
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
      check.anyFile(ConfigFile.at(Path.of(file)));
    } catch (IOException e) {
      // not judged
    }
  }
}
