package io.stoker.app;

import io.stoker.report.ReloadReport;
import io.stoker.report.Reporter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Gives memory back at rest: a start, a reload and a collection touch far more of the executable
 * than waiting does, and the kernel keeps what was touched in the process as long as memory is not
 * short.
 */
final class ColdPages implements Reporter {
  private static final Duration REST = Duration.ofSeconds(5);
  private static final Duration SELDOM = Duration.ofSeconds(30);

  /** By then the target was asked, too. */
  private static final Duration EVERYTHING_USUAL = Duration.ofSeconds(19);

  private static final Instant NOTHING_HAPPENED = Instant.MAX;

  /** 2 MiB of pages of the usual size: less is not worth what it takes to get them back. */
  private static final long WORTH_WHILE = 512;

  private final InstantSource clock;
  private final Memory memory;
  private final AtomicReference<Instant> busy = new AtomicReference<>(NOTHING_HAPPENED);
  private Instant released = Instant.MIN;

  /** Pages that came back until all that is usual was done: the fewest since a reload. */
  private long neededAtRest = Long.MAX_VALUE;

  private boolean settling;

  /** What the process holds in memory. */
  interface Memory {

    /** Pages at this moment. */
    long pages();

    void release();
  }

  ColdPages(InstantSource clock, Memory memory) {
    this.clock = clock;
    this.memory = memory;
  }

  @Override
  public void reported(ReloadReport report) {
    busy.set(clock.instant());
  }

  /** Runs what touches memory that rest does not need. */
  Executor noting(Executor executor) {
    return task ->
        executor.execute(
            () -> {
              try {
                task.run();
              } finally {
                busy.set(clock.instant());
              }
            });
  }

  /** Called by one thread, some seconds apart. */
  void tick() {
    Instant now = clock.instant();
    Instant last = busy.get();
    if (last.isBefore(now.minus(REST)) && busy.compareAndSet(last, NOTHING_HAPPENED)) {
      neededAtRest = Long.MAX_VALUE;
      release(now);
    } else if (settling) {
      settle(now);
    } else if (released.isBefore(now.minus(SELDOM))) {
      releaseWhatGrew(now);
    }
  }

  private void settle(Instant now) {
    if (released.isBefore(now.minus(EVERYTHING_USUAL))) {
      neededAtRest = Math.min(neededAtRest, memory.pages());
      settling = false;
    }
  }

  private void releaseWhatGrew(Instant now) {
    if (memory.pages() - WORTH_WHILE > neededAtRest) {
      release(now);
    }
  }

  private void release(Instant now) {
    memory.release();
    released = now;
    settling = true;
  }
}
