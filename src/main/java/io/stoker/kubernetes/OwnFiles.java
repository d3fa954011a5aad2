package io.stoker.kubernetes;

import io.stoker.source.Snapshot;
import io.stoker.source.Source;
import io.stoker.source.WatchedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** The files of a volume without those of others which are mounted inside it. */
record OwnFiles(Source volume, List<Path> nested) implements Source {

  @Override
  public Snapshot snapshot() {
    Snapshot all = volume.snapshot();
    return nested.isEmpty()
        ? all
        : new Snapshot(
            all.files().stream().filter(this::isOwn).toList(), all.folders(), all.problems());
  }

  @Override
  public InputStream open(WatchedFile file) throws IOException {
    return volume.open(file);
  }

  private boolean isOwn(WatchedFile file) {
    return nested.stream().noneMatch(Path.of(file.name())::startsWith);
  }
}
