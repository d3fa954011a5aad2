package io.stoker.debounce;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Starts at the time of day and then runs evenly, whatever becomes of the machine's clock: a
 * correction of the time neither fires nor stops a timer.
 */
public final class MonotonicClock implements InstantSource {
  private final Instant start = Instant.now();
  private final long startNanos = System.nanoTime();

  @Override
  public Instant instant() {
    return start.plusNanos(System.nanoTime() - startNanos);
  }
}
