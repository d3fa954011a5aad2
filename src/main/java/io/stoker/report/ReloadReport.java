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
}
