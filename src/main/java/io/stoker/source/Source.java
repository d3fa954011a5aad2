package io.stoker.source;

import java.io.IOException;
import java.io.InputStream;

/** Where a target's configuration is written: names and stamps now, contents on demand. */
public interface Source {

  /**
   * The files as they are now; never throws for what a user can do to files, see {@link
   * SourceProblem}.
   */
  Snapshot snapshot();

  /**
   * The content of one file of the last snapshot, to be closed by the caller.
   *
   * @throws IOException when the file has gone or cannot be read
   */
  InputStream open(WatchedFile file) throws IOException;
}
