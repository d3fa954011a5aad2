package io.stoker.app;

import io.stoker.check.Expressions;
import io.stoker.check.SnapshotCheck;
import io.stoker.check.WatchedFilesCheck;
import io.stoker.source.WatchedRoot;
import io.stoker.target.ExpressionParser;
import io.stoker.target.HttpTargets;
import java.time.InstantSource;
import java.util.List;

/** The check that a user asked for; its connection to the target is made when it is needed. */
final class Checking {
  private final Settings settings;
  private final InstantSource clock;
  private ExpressionParser parser;

  Checking(Settings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  SnapshotCheck check() {
    List<WatchedRoot> roots = settings.watched().roots();
    return switch (settings.watched().check()) {
      case OFF -> SnapshotCheck.off();
      case WARN -> new WatchedFilesCheck(roots, this::expressions, false);
      case ENFORCE -> new WatchedFilesCheck(roots, this::expressions, true);
    };
  }

  private synchronized Expressions expressions() {
    if (parser == null) {
      parser = HttpTargets.expressions(settings.endpoints());
    }
    return new TargetExpressions(parser, clock);
  }
}
