package io.stoker.debounce;

import java.time.Instant;

/**
 * Hints that came after each other and are answered by one reload.
 *
 * @param first when the first came
 * @param latest when the latest came
 */
public record Burst(Instant first, Instant latest) {

  /** A burst of one hint. */
  public static Burst startingAt(Instant now) {
    return new Burst(now, now);
  }

  /** This burst with one hint more. */
  public Burst and(Instant now) {
    return new Burst(first, now);
  }

  /** This burst as one that has ended long ago. */
  public Burst atOnce() {
    return new Burst(first, Instant.MIN);
  }
}
