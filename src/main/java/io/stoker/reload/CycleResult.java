package io.stoker.reload;

import io.stoker.fingerprint.Content;
import io.stoker.report.Outcome;
import io.stoker.report.Stage;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a cycle.
 *
 * @param read the content it was for; empty when nothing could be read
 * @param request what became of the reload request
 * @param baseline what the target said of itself afterwards
 * @param stages how long each stage took
 */
public record CycleResult(
    Outcome outcome,
    Optional<Content> read,
    Request request,
    Optional<Baseline> baseline,
    Map<Stage, Duration> stages) {

  /** The result of a cycle that a bug ended. */
  static CycleResult fault(RuntimeException bug) {
    return new CycleResult(
        new Outcome(
            Outcome.Kind.FAULT,
            "a fault of Stoker's: " + bug.getClass().getSimpleName() + ", see the log"),
        Optional.empty(),
        new Request.Lost(),
        Optional.empty(),
        Map.of());
  }

  /** What became of the reload request. */
  public sealed interface Request {

    /** Nothing was sent. */
    record NotSent() implements Request {}

    /** Nothing was sent, since the check refused the content: it counts as attempted. */
    record Withheld() implements Request {}

    /** The target is done with it. */
    record Answered() implements Request {}

    /** Sent, but the connection broke: nobody knows. */
    record Lost() implements Request {}

    /** The target may still be at it. */
    record Open(Unanswered unanswered) implements Request {}
  }
}
