package io.stoker.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files of a source at one moment, without their contents.
 *
 * @param files sorted by name
 * @param folders every folder looked into, for those who watch them
 * @param problems what could not be read, sorted by name
 */
public record Snapshot(List<WatchedFile> files, List<Path> folders, List<SourceProblem> problems) {

  /** Why nothing must be reloaded from this snapshot, if so. */
  public Optional<SourceProblem> blocker() {
    return problems.stream().filter(SourceProblem::blocking).findFirst();
  }
}
