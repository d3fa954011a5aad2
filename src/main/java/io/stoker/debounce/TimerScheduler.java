package io.stoker.debounce;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Real time, on one thread of its own. */
public final class TimerScheduler implements Scheduler, AutoCloseable {
  private static final Duration LONGEST = Duration.ofDays(365);

  private final InstantSource clock;
  private final ScheduledThreadPoolExecutor timer;

  public TimerScheduler(InstantSource clock) {
    this.clock = clock;
    this.timer =
        new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("timer").factory());
    timer.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Alarm at(Instant time, Runnable task) {
    ScheduledFuture<?> future = timer.schedule(task, nanosUntil(time), TimeUnit.NANOSECONDS);
    return () -> future.cancel(false);
  }

  /** Any time can be asked for, though not every one can be counted in nanoseconds. */
  private long nanosUntil(Instant time) {
    Duration wait = Duration.between(clock.instant(), time);
    if (wait.isNegative()) {
      return 0;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST.toNanos() : wait.toNanos();
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
