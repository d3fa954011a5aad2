package io.stoker.app;

import io.stoker.check.CheckPolicy;
import io.stoker.debounce.Debouncer;
import io.stoker.reload.DriftPolicy;
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
    Logging logging)
    implements Mode {

  @Override
  public Duration tick() {
    return timing.watchInterval();
  }

  /**
   * What to watch.
   *
   * @param roots never empty
   * @param kubernetes whether the API server is to be asked, too
   * @param lastGood where to keep the last proven content, if anywhere
   */
  record Watched(
      List<WatchedRoot> roots, boolean kubernetes, Optional<Path> lastGood, Policies policies) {}

  /**
   * What to do where people want different things.
   *
   * @param check whether to look for faults in the files
   * @param onDrift whether to mend what somebody else brought about
   */
  record Policies(CheckPolicy check, DriftPolicy onDrift) {}

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

  /**
   * How to log.
   *
   * @param termination the file that Kubernetes shows when the container has ended
   */
  record Logging(Format format, String level, Path termination) {

    /** The form of a line. */
    enum Format {
      LOGFMT,
      JSON
    }
  }
}
