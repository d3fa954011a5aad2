package io.stoker.report;

/** The account of one cycle; every cycle gives exactly one. */
public record ReloadReport(Attempt attempt, Change change, Timeline timeline, Outcome outcome) {

  /** What a later report may only repeat. */
  record Gist(String target, Outcome outcome, String fingerprint) {}

  Gist gist() {
    return new Gist(attempt.target(), outcome, change.fingerprint());
  }

  /** Whether this only repeats what the report before said. */
  boolean repeats(Gist earlier) {
    return attempt.attempts() > 1 && gist().equals(earlier);
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

  /** One sentence for people on why it is not known what the target runs. */
  public String unverified() {
    return "%s: %s (configuration %.12s)"
        .formatted(attempt.target(), outcome.reason(), change.fingerprint());
  }
}
