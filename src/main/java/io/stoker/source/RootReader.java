package io.stoker.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Lists one root. The kubelet changes a volume only by moving its {@code ..data} link, so a volume
 * whose link stays is looked at in full only now and then.
 */
final class RootReader {
  private final WatchedRoot root;
  private final InstantSource clock;
  private final Duration fullLookEvery;

  private Listing last = new Listing();
  private Optional<Path> lastData = Optional.empty();
  private Instant lookedAt = Instant.MIN;

  RootReader(WatchedRoot root, InstantSource clock, Duration fullLookEvery) {
    this.root = root;
    this.clock = clock;
    this.fullLookEvery = fullLookEvery;
  }

  Listing read() {
    Optional<Path> data = dataLink();
    Instant now = clock.instant();
    boolean sameVolume = data.isPresent() && data.equals(lastData);
    if (!sameVolume || !now.isBefore(lookedAt.plus(fullLookEvery))) {
      last = look().sharing(last);
      lastData = data;
      lookedAt = now;
    }
    return last;
  }

  private Listing look() {
    var listing = new Listing();
    try {
      if (root.required()) {
        lookAtFile(listing);
      } else {
        Files.walkFileTree(
            root.path(),
            FileTreeLister.OPTIONS,
            FileTreeLister.MAX_DEPTH,
            new FileTreeLister(listing));
      }
    } catch (IOException e) {
      listing.problem(
          new SourceProblem(root.path().toString(), ReadFailures.cause(e), root.required()));
    }
    return listing;
  }

  private void lookAtFile(Listing listing) throws IOException {
    Path folder = root.path().getParent();
    if (Files.isDirectory(folder)) {
      listing.folder(folder);
    }
    if (Files.isDirectory(root.path())) {
      listing.problem(new SourceProblem(root.path().toString(), "is a folder, not a file", true));
    } else {
      listing.file(root.path().toString(), FileStamp.ofReadable(root.path()));
    }
  }

  /** Where the volume's {@code ..data} points to, if the root lies in a kubelet volume. */
  private Optional<Path> dataLink() {
    Path volume = root.required() ? root.path().getParent() : root.path();
    try {
      return Optional.of(Files.readSymbolicLink(volume.resolve("..data")));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
