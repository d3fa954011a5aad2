package io.stoker.kubernetes;

import java.time.Duration;
import java.time.Instant;

/**
 * Lets a burst of requests pass and then one after the other, so that a ConfigMap edited in a loop
 * never floods the API server.
 *
 * @param full when the whole burst may be spent again
 */
public record RequestBudget(Instant full) {
  private static final int BURST = 10;
  private static final Duration EACH = Duration.ofSeconds(6);

  /** A budget of which nothing is spent. */
  public static RequestBudget unspent() {
    return new RequestBudget(Instant.EPOCH);
  }

  /** When the next may be sent; not after now if it may be sent at once. */
  public Instant next() {
    return full.minus(EACH.multipliedBy(BURST - 1L));
  }

  /** What is left after one more. */
  public RequestBudget spent(Instant now) {
    Instant from = full.isAfter(now) ? full : now;
    return new RequestBudget(from.plus(EACH));
  }
}
