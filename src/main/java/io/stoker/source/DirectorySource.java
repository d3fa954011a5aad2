package io.stoker.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Mounted files and folders: kubelet volumes, plain files, edited in place or replaced. Not for use
 * by two threads at a time.
 */
public final class DirectorySource implements Source {
  private final List<RootReader> roots;

  private List<Listing> listings = List.of();
  private Snapshot last;

  /**
   * @param fullLookEvery how long an unmoved {@code ..data} link is taken as proof that nothing
   *     changed
   */
  public DirectorySource(List<WatchedRoot> roots, InstantSource clock, Duration fullLookEvery) {
    this.roots = roots.stream().map(root -> new RootReader(root, clock, fullLookEvery)).toList();
  }

  @Override
  public Snapshot snapshot() {
    List<Listing> now = roots.stream().map(RootReader::read).toList();
    // Listing has no equals: an equal one is the very one that was looked at before
    if (last == null || !now.equals(listings)) {
      listings = now;
      last = merged();
    }
    return last;
  }

  private Snapshot merged() {
    List<Path> folders =
        listings.stream().flatMap(listing -> listing.folders().stream()).distinct().toList();
    return new Snapshot(files(), folders, problems(folders.isEmpty()));
  }

  /** Each file once, though two roots may lead to it. */
  private List<WatchedFile> files() {
    List<WatchedFile> sorted =
        listings.stream()
            .flatMap(listing -> listing.files().stream())
            .sorted(Comparator.comparing(WatchedFile::name))
            .toList();
    var files = new ArrayList<WatchedFile>(sorted.size());
    for (WatchedFile file : sorted) {
      if (files.isEmpty() || !files.getLast().name().equals(file.name())) {
        files.add(file);
      }
    }
    return files;
  }

  @Override
  public InputStream open(WatchedFile file) throws IOException {
    try {
      return Files.newInputStream(Path.of(file.name()));
    } catch (InvalidPathException e) {
      var hint = "the name is no text in this locale; set LANG=C.UTF-8";
      throw (FileSystemException) new FileSystemException(file.name(), null, hint).initCause(e);
    }
  }

  private List<SourceProblem> problems(boolean nothingThere) {
    return listings.stream()
        .flatMap(listing -> listing.problems().stream())
        .map(problem -> nothingThere ? problem.asBlocking() : problem)
        .sorted(Comparator.comparing(SourceProblem::name))
        .toList();
  }
}
