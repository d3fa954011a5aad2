package io.stoker.app;

import io.stoker.check.Expressions;
import io.stoker.check.SnapshotCheck;
import io.stoker.check.WatchedFilesCheck;
import io.stoker.reload.ProofMemory;
import io.stoker.reload.ReloadCycle.Means;
import io.stoker.reload.ReloadCycle.Objection;
import io.stoker.reload.ReloadCycle.Patience;
import io.stoker.reload.ReloadPlanner;
import io.stoker.reload.RetryPolicy;
import io.stoker.source.WatchedRoot;
import io.stoker.target.ApiAccess;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What a user asked cycles to work with, and when they are to run. */
final class CycleMeans {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private CycleMeans() {}

  static Means of(Settings settings, InstantSource clock, SnapshotCheck check, ProofMemory memory) {
    Patience patience = Patience.after(settings.timing().reloadTimeout());
    return new Means(clock, patience, check, memory, Objection.none());
  }

  static ReloadPlanner planner(Settings settings) {
    Settings.Timing timing = settings.timing();
    return new ReloadPlanner(
        timing.debouncer(),
        RetryPolicy.upTo(timing.retryInterval(), RandomGenerator.getDefault()),
        settings.watched().policies().onDrift());
  }

  static SnapshotCheck check(Settings settings) {
    List<WatchedRoot> roots = settings.watched().roots();
    ApiAccess api = settings.endpoints().api(Optional.empty());
    return switch (settings.watched().policies().check()) {
      case OFF -> SnapshotCheck.off();
      case WARN -> new WatchedFilesCheck(roots, () -> judge(api), false);
      case ENFORCE -> new WatchedFilesCheck(roots, () -> judge(api), true);
    };
  }

  /** Asks a Prometheus about the expressions of one check. */
  static Expressions judge(ApiAccess prometheus) {
    return new FormatQuery(Optional.of(prometheus), LONGEST);
  }
}
