package io.stoker.blackbox;

import java.time.Duration;
import java.time.Instant;

/** Remembers when the number of reloads grew, as far as it was looked at. */
final class ReloadTimes {
  private int first = -1;
  private int latest = -1;
  private Instant grew = Instant.now();
  private Duration longestGap = Duration.ZERO;

  void look(int reloads) {
    var now = Instant.now();
    if (first < 0) {
      first = reloads;
      grew = now;
    } else if (reloads > latest) {
      grew = now;
    }
    var gap = Duration.between(grew, now);
    longestGap = gap.compareTo(longestGap) > 0 ? gap : longestGap;
    latest = reloads;
  }

  /** From one reload to the next, or to the last look. */
  Duration longestGap() {
    return longestGap;
  }

  int reloads() {
    return latest - first;
  }
}
