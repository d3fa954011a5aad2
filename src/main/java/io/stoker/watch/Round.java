package io.stoker.watch;

import io.stoker.debounce.Scheduler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Spreads what is to be done for many over the time until it is to be done again: all at once would
 * hold up a change for as long as it takes, and need memory for all. On the planner thread.
 */
final class Round {
  private static final int STEPS = 50;

  private final InstantSource clock;
  private final Scheduler scheduler;
  private final Executor plannerThread;
  private final Duration step;
  private final Queue<Runnable> left = new ArrayDeque<>();
  private boolean underWay;
  private int atATime;

  /**
   * A round in which nothing is to be done.
   *
   * @param time from one round to the next, of which four fifths are used
   */
  Round(InstantSource clock, Scheduler scheduler, Executor plannerThread, Duration time) {
    this.clock = clock;
    this.scheduler = scheduler;
    this.plannerThread = plannerThread;
    this.step = time.multipliedBy(4).dividedBy(5L * STEPS);
  }

  /** Begins, with what is left of the last one. */
  void begin(Collection<Runnable> tasks) {
    left.addAll(tasks);
    atATime = Math.ceilDiv(left.size(), STEPS);
    if (!underWay) {
      next();
    }
  }

  private void next() {
    for (int i = 0; i < atATime && !left.isEmpty(); i++) {
      left.remove().run();
    }
    underWay = !left.isEmpty();
    if (underWay) {
      scheduler.at(clock.instant().plus(step), () -> plannerThread.execute(this::next));
    }
  }
}
