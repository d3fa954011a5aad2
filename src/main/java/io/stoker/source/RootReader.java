package io.stoker.source;

import java.io.IOException;
import java.nio.file.AccessMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Lists one root. A volume of the kubelet's that stays as it is needs a look in full only now and
 * then.
 */
final class RootReader {
  private final WatchedRoot root;
  private final InstantSource clock;
  private final Duration fullLookEvery;
  private final MountedVolume volume;

  private Listing last = new Listing();
  private Optional<MountedVolume.Version> lastVersion = Optional.empty();
  private Instant lookedAt = Instant.MIN;

  RootReader(WatchedRoot root, InstantSource clock, Duration fullLookEvery) {
    this.root = root;
    this.clock = clock;
    this.fullLookEvery = fullLookEvery;
    Path folder = root.required() ? root.path().getParent() : root.path();
    volume = new MountedVolume(folder, clock);
  }

  Listing read() {
    Optional<MountedVolume.Version> version = volume.version();
    Instant now = clock.instant();
    boolean same = version.isPresent() && version.equals(lastVersion);
    if (!same || !now.isBefore(lookedAt.plus(fullLookEvery))) {
      last = look().sharing(last);
      lastVersion = version;
      lookedAt = now;
    }
    return last;
  }

  private Listing look() {
    var listing = new Listing();
    if (root.required()) {
      lookAtFile(listing);
    } else {
      new FileTreeLister(listing).list(root.path());
    }
    return listing;
  }

  private void lookAtFile(Listing listing) {
    Path file = root.path();
    if (Files.isDirectory(file.getParent())) {
      listing.folder(file.getParent());
    }
    try {
      FileFacts facts = FileFacts.of(file);
      if (facts.isFile()) {
        file.getFileSystem().provider().checkAccess(file, AccessMode.READ);
        listing.file(file.toString(), facts.stamp());
      } else {
        // a pipe would hold the reader until somebody writes into it
        listing.problem(
            problem(facts.isFolder() ? "is a folder, not a file" : "is not a regular file"));
      }
    } catch (IOException e) {
      listing.problem(problem(ReadFailures.cause(e)));
    }
  }

  private SourceProblem problem(String cause) {
    return new SourceProblem(root.path().toString(), cause, true);
  }
}
