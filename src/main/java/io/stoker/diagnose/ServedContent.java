package io.stoker.diagnose;

import io.stoker.report.Change;
import io.stoker.report.Diagnoses;
import io.stoker.report.ReloadReport;
import io.stoker.report.Reporter;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Compares, after a change is proven, what the target serves with what the files hold: it may have
 * read other ones. That never makes a good reload red. At the start nothing is compared, which
 * would make it dearer.
 */
public final class ServedContent implements Reporter {
  private final ServedMain main;
  private final ServedRules rules;
  private final Supplier<String> fingerprint;
  private final Diagnoses diagnoses;
  private final Executor io;
  private final ReentrantLock oneByOne = new ReentrantLock();

  private String proven = "";
  private volatile boolean blamed;

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
      Diagnoses diagnoses,
      Executor io) {
    this.main = main;
    this.rules = rules;
    this.fingerprint = fingerprint;
    this.diagnoses = diagnoses;
    this.io = io;
  }

  @Override
  public void reported(ReloadReport report) {
    Change change = report.change();
    boolean changed = !change.fingerprint().equals(proven);
    if (report.outcome().applied() && (changed || blamed)) {
      boolean first = proven.isEmpty();
      proven = change.fingerprint();
      if (!first) {
        io.execute(() -> compare(change));
      }
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
          ofMain.ifPresent(found -> diagnoses.found("served configuration", found));
          ofRules.ifPresent(found -> diagnoses.found("served rules", found));
          blamed = main.isBlamed() || rules.isBlamed();
        }
      }
    } finally {
      oneByOne.unlock();
    }
  }

  private boolean isStill(Change change) {
    return fingerprint.get().equals(change.fingerprint());
  }
}
