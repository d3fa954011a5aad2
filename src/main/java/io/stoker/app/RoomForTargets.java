package io.stoker.app;

import io.stoker.report.Reporter;
import io.stoker.report.TargetStatus;
import java.util.function.IntSupplier;
import java.util.function.LongConsumer;

/**
 * Lets the heap be as large as those targets need that are looked after. Room for thousands from
 * the start would be filled with garbage where there are few; too little of it ended the watcher at
 * 3,000 targets. On the planner thread.
 */
final class RoomForTargets implements Reporter {
  private static final long WITHOUT_TARGETS = 8L << 20;

  /**
   * 11 KB stay of each (docs/benchmarks-watch.md), and the collector moves them from here to there.
   */
  private static final long EACH = 24L << 10;

  /** More than come while one is made. */
  private static final int AHEAD = 500;

  private final IntSupplier targets;
  private final LongConsumer heap;
  private int roomFor = AHEAD;

  /**
   * @param targets how many there are
   * @param heap takes the size in bytes that the heap must be allowed
   */
  RoomForTargets(IntSupplier targets, LongConsumer heap) {
    this.targets = targets;
    this.heap = heap;
  }

  @Override
  public void changed(TargetStatus status) {
    int now = targets.getAsInt();
    if (now + AHEAD / 2 > roomFor) {
      roomFor = now + AHEAD;
      heap.accept(WITHOUT_TARGETS + EACH * roomFor);
    }
  }
}
