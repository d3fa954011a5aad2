package io.stoker.report;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** Tells whether a thread still comes around. */
public final class Pulse {
  private final InstantSource clock;
  private final Duration longest;
  private final AtomicReference<Instant> last;

  /**
   * A pulse that beats now.
   *
   * @param longest the time without a beat after which it counts as stopped
   */
  public Pulse(InstantSource clock, Duration longest) {
    this.clock = clock;
    this.longest = longest;
    this.last = new AtomicReference<>(clock.instant());
  }

  /** Called by the thread each time it comes around. */
  public void beat() {
    last.set(clock.instant());
  }

  /** Whether the last beat is recent. */
  public boolean beats() {
    return clock.instant().isBefore(last.get().plus(longest));
  }
}
