package io.stoker.testbed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One reload as {@code /api/v1/reloads} tells it; what the program leaves out is null. */
public record StokerReload(
    long id,
    String target,
    String trigger,
    String fingerprint,
    List<String> changedFiles,
    Instant startedAt,
    Map<String, Double> stages,
    int attempts,
    String outcome,
    String state,
    String reason,
    Double changeToProvenMillis) {

  public boolean proven() {
    return "proven".equals(outcome);
  }

  public Optional<Duration> changeToProven() {
    return Optional.ofNullable(changeToProvenMillis)
        .map(millis -> Duration.ofNanos(Math.round(millis * 1e6)));
  }
}
