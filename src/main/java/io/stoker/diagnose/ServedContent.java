package io.stoker.diagnose;

import io.stoker.report.Change;
import io.stoker.report.Diagnoses;
import io.stoker.report.Diagnosis;
import io.stoker.report.ReloadReport;
import io.stoker.report.Reporter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Compares what the target serves with what the files hold: it may have read other ones. Done after
 * each proven change; after the first proof some ticks later, so that it makes no start dearer; and
 * now and then while something is amiss. That never makes a good reload red.
 */
public final class ServedContent implements Reporter {
  /** The first tick may come in the middle of the start. */
  private static final int TICKS_AFTER_START = 2;

  /** A minute at usual ticks: it may be mended without a change of these files. */
  private static final int TICKS_WHILE_AMISS = 12;

  private final ServedMain main;
  private final ServedRules rules;
  private final Supplier<String> fingerprint;
  private final Listeners listeners;
  private final Executor io;
  private final ReentrantLock oneByOne = new ReentrantLock();

  /** Until the next comparison, if one is due by time. */
  private final AtomicInteger ticksLeft = new AtomicInteger();

  private volatile Change proven = Change.NONE;
  private volatile boolean amiss;

  /**
   * Who is told.
   *
   * @param rules takes a proven content's fingerprint, and what of its rules the target does not
   *     have, if anything
   */
  public record Listeners(Diagnoses diagnoses, BiConsumer<String, Optional<String>> rules) {}

  /**
   * Of a target of which nothing is proven yet.
   *
   * @param fingerprint of the files as they are now
   * @param io runs what blocks
   */
  public ServedContent(
      ServedMain main,
      ServedRules rules,
      Supplier<String> fingerprint,
      Listeners listeners,
      Executor io) {
    this.main = main;
    this.rules = rules;
    this.fingerprint = fingerprint;
    this.listeners = listeners;
    this.io = io;
  }

  @Override
  public void reported(ReloadReport report) {
    if (!report.outcome().applied()) {
      return;
    }
    Change before = proven;
    Change now = report.change();
    proven = now;
    if (before.equals(Change.NONE)) {
      ticksLeft.set(TICKS_AFTER_START);
    } else if (amiss || !before.fingerprint().equals(now.fingerprint())) {
      io.execute(() -> compare(now));
    }
  }

  /** Called now and then. */
  public void tick() {
    if (ticksLeft.getAndUpdate(left -> Math.max(0, left - 1)) == 1) {
      Change last = proven;
      io.execute(() -> compare(last));
    }
  }

  private void compare(Change change) {
    oneByOne.lock();
    try {
      if (isStill(change)) {
        var ofMain = main.compare(change);
        var ofRules = rules.compare(change);
        // what changes meanwhile is another cycle's
        if (isStill(change)) {
          tell(change, ofMain, ofRules);
          amiss = main.isBlamed() || rules.isBlamed();
          ticksLeft.set(amiss ? TICKS_WHILE_AMISS : 0);
        }
      }
    } finally {
      oneByOne.unlock();
    }
  }

  private void tell(
      Change change, Optional<List<Diagnosis>> ofMain, Optional<List<Diagnosis>> ofRules) {
    Diagnoses diagnoses = listeners.diagnoses();
    ofMain.ifPresent(found -> diagnoses.found("served configuration", found));
    ofRules.ifPresent(
        found -> {
          diagnoses.found("served rules", found);
          var difference = found.stream().map(Diagnosis::cause).findFirst();
          listeners.rules().accept(change.fingerprint(), difference);
        });
  }

  private boolean isStill(Change change) {
    return fingerprint.get().equals(change.fingerprint());
  }
}
