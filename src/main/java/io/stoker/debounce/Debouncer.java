package io.stoker.debounce;

import java.time.Duration;
import java.time.Instant;

/**
 * Waits for a burst of hints to end, but not for ever.
 *
 * @param quiet how long no hint must have come
 * @param maxWait the longest time from the first hint of a burst to its reload, unless a reload is
 *     under way
 * @param minGap the time between the end of a reload and the start of the next; at most {@code
 *     maxWait}
 */
public record Debouncer(Duration quiet, Duration maxWait, Duration minGap) {

  /** When this burst is to be answered. */
  public Instant due(Burst burst) {
    return earlier(burst.latest().plus(quiet), burst.first().plus(maxWait));
  }

  /**
   * Keeps the minimum gap between two reloads.
   *
   * @param wanted when a reload is wanted
   * @param reloadEnded when the target's last reload ended; {@link Instant#MIN} if there was none
   * @return when it may start
   */
  public Instant spaced(Instant wanted, Instant reloadEnded) {
    Instant spaced = reloadEnded.plus(minGap);
    return wanted.isBefore(spaced) ? spaced : wanted;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
