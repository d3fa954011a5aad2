package io.stoker.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A report as JSON shows it: flat, durations in milliseconds. */
public record ReloadEntry(
    @JsonUnwrapped Attempt attempt,
    @JsonUnwrapped Change change,
    @JsonUnwrapped Times times,
    @JsonUnwrapped Ending ending) {

  /** When, and how long. */
  public record Times(Instant startedAt, Map<String, Double> stages, Double changeToProvenMillis) {}

  /** How it ended. */
  public record Ending(String outcome, String cause, StateWord state, String reason) {}

  static ReloadEntry of(ReloadReport report) {
    Timeline timeline = report.timeline();
    Outcome outcome = report.outcome();
    var stages = new LinkedHashMap<String, Double>();
    timeline.stages().forEach((stage, duration) -> stages.put(stage.word(), millis(duration)));
    Double changeToProven =
        outcome.applied() ? timeline.sinceChange().map(ReloadEntry::millis).orElse(null) : null;
    return new ReloadEntry(
        report.attempt(),
        report.change(),
        new Times(timeline.startedAt(), stages, changeToProven),
        new Ending(
            outcome.kind().word(),
            outcome.cause().word(),
            outcome.kind().state(),
            outcome.reason()));
  }

  private static double millis(Duration duration) {
    return Math.round(duration.toNanos() / 1e3) / 1e3;
  }
}
