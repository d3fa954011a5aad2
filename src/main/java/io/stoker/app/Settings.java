package io.stoker.app;

import io.stoker.debounce.Debouncer;
import io.stoker.source.WatchedRoot;
import io.stoker.target.Endpoints;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the user asked for, checked.
 *
 * @param endpoints where the target is
 * @param listenAddress where to serve, if anywhere
 */
record Settings(
    Watched watched,
    Endpoints endpoints,
    Timing timing,
    Optional<ListenAddress> listenAddress,
    Logging logging) {

  /**
   * What to watch.
   *
   * @param roots never empty
   * @param kubernetes whether the API server is to be asked, too
   * @param lastGood where to keep the last proven content, if anywhere
   */
  record Watched(List<WatchedRoot> roots, boolean kubernetes, Optional<Path> lastGood) {}

  /**
   * How long things take.
   *
   * @param watchInterval between two scheduled hashes, whole seconds; zero to hand over once and
   *     end
   * @param retryInterval the cap of the backoff
   * @param reloadTimeout the deadline of one reload request
   * @param stopGrace for a pending change after SIGTERM
   */
  record Timing(
      Debouncer debouncer,
      Duration watchInterval,
      Duration retryInterval,
      Duration reloadTimeout,
      Duration stopGrace) {}

  /** How to log. */
  record Logging(Format format, String level) {

    /** The form of a line. */
    enum Format {
      LOGFMT,
      JSON
    }
  }
}
