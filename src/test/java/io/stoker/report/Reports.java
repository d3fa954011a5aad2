package io.stoker.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports of one target's cycles. */
public final class Reports {
  static final String TARGET = "http://127.0.0.1:9090/-/reload";
  static final Instant STARTED = Instant.parse("2026-11-22T10:00:00Z");

  private Reports() {}

  public static ReloadReport of(long id, Outcome.Kind kind) {
    return of(id, TARGET, 1, "fingerprint", Outcome.of(kind));
  }

  public static ReloadReport of(String fingerprint, Outcome outcome) {
    return of(1, TARGET, 1, fingerprint, outcome);
  }

  static ReloadReport failure(long id, int attempts, String fingerprint) {
    return of(id, TARGET, attempts, fingerprint, new Outcome(Outcome.Kind.UNREACHABLE, "refused"));
  }

  static ReloadReport of(
      long id, String target, int attempts, String fingerprint, Outcome outcome) {
    return new ReloadReport(
        new Attempt(id, target, Trigger.CHANGE, attempts),
        Change.to(fingerprint, 3, List.of("a.yml")),
        new Timeline(
            STARTED,
            Map.of(Stage.RELOAD, Duration.ofMillis(20), Stage.READ, Duration.ofNanos(1_500_000)),
            Optional.of(Duration.ofMillis(250))),
        outcome);
  }

  public static TargetStatus status(StateWord state, Optional<Instant> provenAt) {
    return new TargetStatus(
        TARGET,
        new TargetStatus.Verdict(state, "because", STARTED),
        new TargetStatus.Contents(Optional.of("b"), provenAt.map(at -> "a"), provenAt),
        Optional.empty(),
        state == StateWord.REJECTED,
        List.of(),
        List.of());
  }
}
