package io.stoker.app;

import io.stoker.check.Expressions;
import io.stoker.check.SnapshotCheck;
import io.stoker.check.WatchedFilesCheck;
import io.stoker.source.WatchedRoot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The check that a user asked for. */
final class Checking {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private Checking() {}

  static SnapshotCheck check(Settings settings) {
    List<WatchedRoot> roots = settings.watched().roots();
    return switch (settings.watched().check()) {
      case OFF -> SnapshotCheck.off();
      case WARN -> new WatchedFilesCheck(roots, () -> expressions(settings), false);
      case ENFORCE -> new WatchedFilesCheck(roots, () -> expressions(settings), true);
    };
  }

  private static Expressions expressions(Settings settings) {
    return new FormatQuery(Optional.of(settings.endpoints().root()), LONGEST);
  }
}
