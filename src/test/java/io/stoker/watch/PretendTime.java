package io.stoker.watch;

import io.stoker.debounce.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Time that passes only when told to, and one thread for everything that is to be done in it. */
final class PretendTime implements InstantSource, Scheduler, Executor {
  static final Instant START = Instant.parse("2026-11-25T00:00:00Z");

  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final PriorityQueue<Ring> rings =
      new PriorityQueue<>(Comparator.comparing(Ring::at).thenComparingLong(Ring::order));
  private Instant now = START;
  private long rung;
  private long tasksRun;

  private record Ring(Instant at, long order, Runnable task) {}

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public Alarm at(Instant time, Runnable task) {
    var ring = new Ring(time, rung++, task);
    rings.add(ring);
    return () -> rings.remove(ring);
  }

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
  }

  /** Tasks and alarms since the beginning. */
  long tasksRun() {
    return tasksRun;
  }

  void pass(Duration duration) {
    Instant end = now.plus(duration);
    settle();
    while (!rings.isEmpty() && !rings.peek().at().isAfter(end)) {
      Ring next = rings.poll();
      now = next.at().isAfter(now) ? next.at() : now;
      next.task().run();
      tasksRun++;
      settle();
    }
    now = end;
  }

  private void settle() {
    while (!tasks.isEmpty()) {
      tasks.remove().run();
      tasksRun++;
    }
  }
}
