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
 * Lists one root. The kubelet changes a volume only by moving its {@code ..data} link, after which
 * it adds and removes the links of keys; so a volume whose link and folder stay as they are is
 * looked at in full only now and then.
 */
final class RootReader {
  /** What the kubelet moves to change all files of a volume at once. */
  static final String DATA_LINK = "..data";

  private final WatchedRoot root;
  private final InstantSource clock;
  private final Duration fullLookEvery;

  private Listing last = new Listing();
  private Optional<Volume> lastVolume = Optional.empty();
  private Instant lookedAt = Instant.MIN;

  /** What moves when the kubelet changes a volume. */
  private record Volume(Path data, FileStamp folder) {}

  RootReader(WatchedRoot root, InstantSource clock, Duration fullLookEvery) {
    this.root = root;
    this.clock = clock;
    this.fullLookEvery = fullLookEvery;
  }

  Listing read() {
    Optional<Volume> volume = volume();
    Instant now = clock.instant();
    if (!isSame(volume) || !now.isBefore(lookedAt.plus(fullLookEvery))) {
      last = look().sharing(last);
      lastVolume = volume;
      lookedAt = now;
    }
    return last;
  }

  private boolean isSame(Optional<Volume> volume) {
    return volume.isPresent()
        && volume.equals(lastVolume)
        && volume.get().folder().settledBefore(lookedAt);
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

  /** The kubelet volume in which the root lies, if it does. */
  private Optional<Volume> volume() {
    Path folder = root.required() ? root.path().getParent() : root.path();
    try {
      Path data = Files.readSymbolicLink(folder.resolve(DATA_LINK));
      return Optional.of(new Volume(data, FileFacts.of(folder).stamp()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
