package io.stoker.watch;

import io.stoker.debounce.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
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
  private final Executor threads;
  private final Semaphore quick;
  private final Semaphore slow;

  /**
   * @param threads a thread for each task
   * @param width how many tasks may run in each lane
   */
  Lanes(InstantSource clock, Scheduler scheduler, Executor threads, int width) {
    this.clock = clock;
    this.scheduler = scheduler;
    this.threads = threads;
    this.quick = new Semaphore(width, true);
    this.slow = new Semaphore(width, true);
  }

  /** The lane of one target. */
  Executor ofTarget() {
    return new Lane();
  }

  private final class Lane implements Executor {
    private volatile boolean isSlow;

    @Override
    public void execute(Runnable task) {
      threads.execute(() -> run(task, isSlow));
    }

    private void run(Runnable task, boolean amongSlow) {
      Semaphore permits = amongSlow ? slow : quick;
      permits.acquireUninterruptibly();
      var released = new AtomicBoolean();
      Runnable release =
          () -> {
            if (released.compareAndSet(false, true)) {
              permits.release();
            }
          };
      Instant tooLate = clock.instant().plus(SLOW);
      Scheduler.Alarm alarm = scheduler.at(tooLate, amongSlow ? () -> {} : release);
      try {
        task.run();
      } finally {
        alarm.cancel();
        isSlow = clock.instant().isAfter(tooLate);
        release.run();
      }
    }
  }
}
