package io.stoker.reload;

import io.stoker.debounce.Burst;
import io.stoker.fingerprint.Fingerprint;
import io.stoker.report.Outcome;
import io.stoker.report.Trigger;
import java.time.Instant;
import java.util.Optional;

/**
 * All that is known and wanted of one target.
 *
 * @param burst hints not answered yet
 * @param retry a cycle wanted whatever the files hold
 * @param underWay the cycle that runs now
 * @param last how the last cycle ended
 */
public record ReloadState(
    Knowledge known,
    Optional<Burst> burst,
    Optional<Retry> retry,
    Optional<UnderWay> underWay,
    Ending last) {

  /**
   * A cycle wanted at a time.
   *
   * @param why the cause, for people; empty where the last ending tells it
   */
  public record Retry(Instant at, Trigger trigger, String why) {}

  /** A cycle that runs. */
  public record UnderWay(Trigger trigger, Instant startedAt) {}

  /**
   * An ending.
   *
   * @param attempts how many cycles ended this way with this content one after the other
   * @param since when the first of them did
   * @param content what they were for; empty when nothing could be read
   */
  public record Ending(
      Outcome outcome, int attempts, Instant since, Optional<Fingerprint> content) {

    /** An ending that is the first of its kind. */
    static Ending first(Outcome outcome, Instant now, Optional<Fingerprint> content) {
      return new Ending(outcome, 1, now, content);
    }
  }

  /** Nothing is known, and a cycle is wanted at once: every start re-establishes the truth. */
  public static ReloadState startingAt(Instant now) {
    return new ReloadState(
        Knowledge.NONE,
        Optional.empty(),
        Optional.of(new Retry(now, Trigger.START, "")),
        Optional.empty(),
        new Ending(
            new Outcome(Outcome.Kind.STARTING, "nothing was proven yet"),
            0,
            now,
            Optional.empty()));
  }

  /** Whether nothing is under way and nothing wanted that time alone could bring about. */
  boolean isSettled() {
    return burst.isEmpty()
        && underWay.isEmpty()
        && (retry.isEmpty() || !last.outcome().keepsTrying());
  }

  ReloadState withKnown(Knowledge value) {
    return new ReloadState(value, burst, retry, underWay, last);
  }

  ReloadState withBurst(Burst value) {
    return new ReloadState(known, Optional.of(value), retry, underWay, last);
  }

  ReloadState withRetry(Optional<Retry> value) {
    return new ReloadState(known, burst, value, underWay, last);
  }

  ReloadState withLast(Ending value) {
    return new ReloadState(known, burst, retry, underWay, value);
  }

  ReloadState begun(UnderWay cycle) {
    return new ReloadState(known, Optional.empty(), retry, Optional.of(cycle), last);
  }

  ReloadState ended() {
    return new ReloadState(known, burst, retry, Optional.empty(), last);
  }
}
