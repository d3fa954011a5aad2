package io.stoker.kubernetes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A volume that does not hold yet what the API server does.
 *
 * @param wanted the versions it should hold, by the ConfigMaps' names
 * @param since when the newer content was first heard of
 * @param nudges sent for these versions
 * @param nextNudge when the next is due
 */
record Lag(Map<String, ConfigMapVersion> wanted, Instant since, int nudges, Instant nextNudge) {

  /**
   * After these times the next nudge, the last again and again: within a second the kubelet has
   * most often followed; after an outage of the API server it takes two minutes (measured with
   * kubelet v1.34).
   */
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofSeconds(90));

  static Lag startingAt(Instant now, Map<String, ConfigMapVersion> wanted) {
    return new Lag(wanted, now, 0, now);
  }

  /** The same lag, now for newer versions, of which the kubelet must be told. */
  Lag of(Map<String, ConfigMapVersion> newer, Instant now) {
    return wanted.equals(newer) ? this : new Lag(newer, since, 0, now);
  }

  Lag nudged(Instant now) {
    Duration pause = PAUSES.get(Math.min(nudges, PAUSES.size() - 1));
    return new Lag(wanted, since, nudges + 1, now.plus(pause));
  }
}
