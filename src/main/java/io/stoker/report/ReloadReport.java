package io.stoker.report;

/** The account of one cycle; every cycle gives exactly one. */
public record ReloadReport(Attempt attempt, Change change, Timeline timeline, Outcome outcome) {

  /** Whether this only repeats what the report before said. */
  public boolean repeats(ReloadReport earlier) {
    return attempt.attempts() > 1
        && attempt.target().equals(earlier.attempt.target())
        && outcome.equals(earlier.outcome)
        && change.fingerprint().equals(earlier.change.fingerprint());
  }

  /** That the target runs the content, in one sentence for people. */
  public String live() {
    String latency =
        timeline
            .sinceChange()
            .map(since -> " %.1f s after the change".formatted(since.toMillis() / 1e3))
            .orElse("");
    return "%s runs the configuration %.12s%s"
        .formatted(attempt.target(), change.fingerprint(), latency);
  }
}
