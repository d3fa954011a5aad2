package io.stoker.debounce;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Real time, on one thread of its own. */
public final class TimerScheduler implements Scheduler, AutoCloseable {
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
    long nanos = Math.max(0, Duration.between(clock.instant(), time).toNanos());
    ScheduledFuture<?> future = timer.schedule(task, nanos, TimeUnit.NANOSECONDS);
    return () -> future.cancel(false);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
