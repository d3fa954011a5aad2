package io.stoker.watch;

import io.stoker.debounce.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Bounds how many cycles run at a time, in the order in which they came. One that takes long makes
 * room for another, and its target keeps to a lane for slow ones until it is quick again: however
 * many hang, those that answer are not held up.
 */
final class Lanes {
  private static final Duration SLOW = Duration.ofSeconds(2);

  private final InstantSource clock;
  private final Scheduler scheduler;
  private final Turnstile quick;
  private final Turnstile slow;

  /**
   * @param width how many tasks may run in each lane
   */
  Lanes(InstantSource clock, Scheduler scheduler, int width) {
    this.clock = clock;
    this.scheduler = scheduler;
    this.quick = new Turnstile(width);
    this.slow = new Turnstile(width);
  }

  Lane ofTarget() {
    return new Lane();
  }

  /** The lane of one target. */
  final class Lane {
    private volatile boolean isSlow;

    /**
     * Runs tasks when it is their turn.
     *
     * @param threads a thread for each task
     */
    Executor on(Executor threads) {
      return task -> {
        boolean amongSlow = isSlow;
        turnstile(amongSlow).enter(() -> threads.execute(() -> run(task, amongSlow)));
      };
    }

    /** Waits for its turn and runs a task on this thread. */
    void run(Runnable task) {
      boolean amongSlow = isSlow;
      var turn = new CompletableFuture<Void>();
      turnstile(amongSlow).enter(() -> turn.complete(null));
      turn.join();
      run(task, amongSlow);
    }

    private void run(Runnable task, boolean amongSlow) {
      var left = new AtomicBoolean();
      Runnable leave =
          () -> {
            if (left.compareAndSet(false, true)) {
              turnstile(amongSlow).leave();
            }
          };
      Instant tooLate = clock.instant().plus(SLOW);
      Scheduler.Alarm alarm = scheduler.at(tooLate, amongSlow ? () -> {} : leave);
      try {
        task.run();
      } finally {
        alarm.cancel();
        isSlow = clock.instant().isAfter(tooLate);
        leave.run();
      }
    }

    private Turnstile turnstile(boolean amongSlow) {
      return amongSlow ? slow : quick;
    }
  }
}
