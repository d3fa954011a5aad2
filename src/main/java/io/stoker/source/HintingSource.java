package io.stoker.source;

import java.io.IOException;
import java.io.InputStream;

/** A source whose folders are watched as they come and go. */
public record HintingSource(Source source, DirectoryWatch watch) implements Source {

  @Override
  public Snapshot snapshot() {
    Snapshot snapshot = source.snapshot();
    watch.follow(snapshot.folders());
    return snapshot;
  }

  @Override
  public InputStream open(WatchedFile file) throws IOException {
    return source.open(file);
  }
}
