package io.stoker.source;

import java.io.IOException;
import java.io.InputStream;

/** A source whose folders are watched as they come and go. */
public record HintingSource(Source source, DirectoryWatch watch) implements Source {
  /** Against folders that come faster than they are looked into; the scheduled hash finds them. */
  private static final int MOST_LOOKS = 3;

  /**
   * Looks again at what changed between the look and the begin of the watch. A hint would do that,
   * too, but count as a change: after each start the target would be settling for a quiet period.
   */
  @Override
  public Snapshot snapshot() {
    Snapshot snapshot = source.snapshot();
    for (int looks = 1; watch.follow(snapshot.folders()) && looks < MOST_LOOKS; looks++) {
      snapshot = source.snapshot();
    }
    return snapshot;
  }

  @Override
  public InputStream open(WatchedFile file) throws IOException {
    return source.open(file);
  }
}
