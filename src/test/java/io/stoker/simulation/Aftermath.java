package io.stoker.simulation;

import io.stoker.report.StateWord;
import io.stoker.report.TargetStatus;
import java.time.Duration;
import java.time.Instant;

/** What must have come of a history some time after its last fault. */
final class Aftermath {
  private static final Duration LATEST_HINT = Duration.ofSeconds(20);
  private static final long MOST_CYCLES_WHILE_REFUSED = 10;

  private final World world;
  private final VirtualTime time;
  private final Version last;
  private final Witness witness;

  Aftermath(World world, SimulatedStoker stoker) {
    this.world = world;
    this.time = world.time();
    this.last = world.files().now();
    this.witness = stoker.witness();
  }

  /**
   * Runs to the bound and beyond.
   *
   * @param afterwards how long nothing more may happen
   */
  void check(Duration afterwards) {
    Instant calm = time.instant();
    Instant bound = bound(calm);
    while (!reached() && time.instant().isBefore(bound)) {
      time.runUntil(bound, this::reached);
      bound = bound(calm);
    }
    if (!reached()) {
      throw new Violation("not " + wanted() + " in time but " + witness.status());
    }
    time.runUntil(time.instant().plus(LATEST_HINT), () -> false);
    long cycles = witness.cyclesReported();
    time.runUntil(time.instant().plus(afterwards), () -> false);
    long more = witness.cyclesReported() - cycles;
    if (!reached() || more > mostCycles(afterwards)) {
      throw new Violation(wanted() + " did not last: " + more + " more cycles");
    }
  }

  /** Nothing happens any more unless a person must act; then tries go on at their own pace. */
  private long mostCycles(Duration within) {
    if (last.good()) {
      return 0;
    }
    boolean refused = last.present() && world.prometheus().up();
    return refused
        ? MOST_CYCLES_WHILE_REFUSED
        : within.dividedBy(world.timing().retryCap().dividedBy(2)) + 1;
  }

  private Instant bound(Instant calm) {
    Instant unanswered = witness.unansweredUntil();
    Instant from = unanswered.isAfter(calm) ? unanswered : calm;
    return from.plus(world.timing().longestToProof());
  }

  private String wanted() {
    return last.good() ? "in sync with " + last.contents() : "refused " + last.contents();
  }

  private boolean reached() {
    if (last.good()) {
      return witness.is(StateWord.IN_SYNC) && confirmed() && runs();
    }
    if (!last.present()) {
      return witness.is(StateWord.SOURCE_MISSING);
    }
    return world.prometheus().up()
        ? witness.is(StateWord.REJECTED)
        : witness.is(StateWord.REJECTED) || witness.is(StateWord.UNREACHABLE);
  }

  private boolean confirmed() {
    String fingerprint = world.files().fingerprint(last);
    return witness
        .status()
        .map(TargetStatus::contents)
        .flatMap(TargetStatus.Contents::confirmed)
        .filter(fingerprint::equals)
        .isPresent();
  }

  private boolean runs() {
    return world.prometheus().ready()
        && world.prometheus().status().successful()
        && world.prometheus().runs().filter(v -> v.contents().equals(last.contents())).isPresent();
  }
}
