package io.stoker.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers the state of each target and the last reports; a failure that repeats is one entry. */
public final class Journal implements Reporter {
  private static final int CAPACITY = 100;

  private final Deque<ReloadReport> reports = new ArrayDeque<>();
  private final Map<String, TargetStatus> statuses = new ConcurrentHashMap<>();

  @Override
  public void reported(ReloadReport report) {
    if (report.outcome().kind() == Outcome.Kind.UNCHANGED) {
      return;
    }
    synchronized (reports) {
      if (!reports.isEmpty() && report.repeats(reports.getFirst().gist())) {
        reports.removeFirst();
      }
      reports.addFirst(report);
      if (reports.size() > CAPACITY) {
        reports.removeLast();
      }
    }
  }

  @Override
  public void changed(TargetStatus status) {
    statuses.put(status.target(), status);
  }

  @Override
  public void gone(String target) {
    statuses.remove(target);
  }

  /** The last reports, newest first. */
  public List<ReloadReport> reports() {
    synchronized (reports) {
      return new ArrayList<>(reports);
    }
  }

  /** The report of one cycle, if it is still remembered. */
  public Optional<ReloadReport> report(long id) {
    return reports().stream().filter(report -> report.attempt().id() == id).findFirst();
  }

  /** The state of every target. */
  public Collection<TargetStatus> statuses() {
    return statuses.values();
  }
}
