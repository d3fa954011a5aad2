package io.stoker.debounce;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential backoff with jitter, so that many do not come back at once.
 *
 * @param first the mean delay after the first failure
 * @param cap no delay is longer
 */
public record Backoff(Duration first, Duration cap) {
  private static final int MOST_DOUBLINGS = 30;

  /**
   * The time to wait before the next try.
   *
   * @param failures how many failures there were in a row, from 1
   * @return from half of the exponential delay to the whole of it
   */
  public Duration delay(int failures, RandomGenerator random) {
    long doubled = first.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
    long millis = Math.min(doubled, cap.toMillis());
    return Duration.ofMillis(millis - (long) (millis / 2.0 * random.nextDouble()));
  }
}
