package io.stoker.report;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The times of a cycle.
 *
 * @param stages how long each stage took that was begun
 * @param sinceChange from the first hint of the change to the end of the cycle, where a change
 *     caused it
 */
public record Timeline(
    Instant startedAt, Map<Stage, Duration> stages, Optional<Duration> sinceChange) {

  /** Takes a copy. */
  public Timeline {
    var copy = new EnumMap<Stage, Duration>(Stage.class);
    copy.putAll(stages);
    stages = copy;
  }

  /** From the start of the cycle to its end. */
  public Duration total() {
    return stages.values().stream().reduce(Duration.ZERO, Duration::plus);
  }
}
