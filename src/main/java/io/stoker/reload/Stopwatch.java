package io.stoker.reload;

import io.stoker.report.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** Times the stages of a cycle. */
final class Stopwatch {
  private final InstantSource clock;
  private final Map<Stage, Duration> stages = new EnumMap<>(Stage.class);

  Stopwatch(InstantSource clock) {
    this.clock = clock;
  }

  <T> T time(Stage stage, Supplier<T> work) {
    Instant start = clock.instant();
    try {
      return work.get();
    } finally {
      stages.merge(stage, Duration.between(start, clock.instant()), Duration::plus);
    }
  }

  Map<Stage, Duration> stages() {
    return stages;
  }
}
