package io.stoker.simulation;

import io.stoker.debounce.Debouncer;
import io.stoker.reload.ReloadCycle.Patience;
import java.time.Duration;

/**
 * The settings of a simulated Stoker, in real life's defaults, and what follows from them.
 *
 * @param tick between two looks at everything
 * @param retryCap the longest time between two tries of what may pass by itself
 * @param reloadTimeout the deadline of a reload request
 * @param callTimeout the deadline of any other request
 */
record Timing(
    Debouncer debouncer,
    Duration tick,
    Duration retryCap,
    Duration reloadTimeout,
    Duration callTimeout) {
  /** The longest a reload takes while nothing is slow. */
  static final Duration LONGEST_RELOAD = Duration.ofSeconds(2);

  static Timing withReloadTimeout(Duration reloadTimeout) {
    Duration call = Duration.ofSeconds(5);
    return new Timing(
        new Debouncer(Duration.ofMillis(150), Duration.ofSeconds(10), Duration.ofSeconds(2)),
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        reloadTimeout,
        reloadTimeout.compareTo(call) < 0 ? reloadTimeout : call);
  }

  /** When a request is taken for lost. */
  Patience patience() {
    return Patience.after(reloadTimeout);
  }

  /** The longest time from a change to the start of its reload while all is well. */
  Duration longestToAnswer() {
    return tick.plus(debouncer.maxWait())
        .plus(debouncer.minGap())
        .plus(LONGEST_RELOAD.multipliedBy(2))
        .plusSeconds(1);
  }

  /**
   * The longest time to a proof once all is well, unless a request is unanswered: a cycle that
   * began before ends by its deadlines, the longest pause passes, a tick notices, and, since a
   * change may come to light during a cycle, two cycles run. Only every third tick asks the target.
   */
  Duration longestToProof() {
    Duration stuckCycle = reloadTimeout.plus(callTimeout.multipliedBy(5));
    Duration stuckLook = callTimeout.multipliedBy(2);
    Duration oneCycle = LONGEST_RELOAD.plus(debouncer.minGap()).plusSeconds(1);
    return stuckCycle
        .plus(stuckLook)
        .plus(retryCap)
        .plus(tick.multipliedBy(3))
        .plus(debouncer.quiet())
        .plus(oneCycle.multipliedBy(2));
  }
}
