package io.stoker.app;

import io.stoker.report.ReloadReport;
import io.stoker.report.Reporter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Gives memory back at rest: a start and a reload touch far more of the executable than waiting
 * does, and the kernel keeps what was touched in the process as long as memory is not short.
 */
final class ColdPages implements Reporter {
  private static final Duration REST = Duration.ofSeconds(5);
  private static final Instant AT_REST = Instant.MAX;

  private final InstantSource clock;
  private final Runnable release;
  private final AtomicReference<Instant> busy = new AtomicReference<>(AT_REST);

  /**
   * @param release what gives memory back
   */
  ColdPages(InstantSource clock, Runnable release) {
    this.clock = clock;
    this.release = release;
  }

  @Override
  public void reported(ReloadReport report) {
    busy.set(clock.instant());
  }

  /** Called now and then. */
  void tick() {
    Instant last = busy.get();
    boolean rested = last.isBefore(clock.instant().minus(REST));
    if (rested && busy.compareAndSet(last, AT_REST)) {
      release.run();
    }
  }
}
