package io.stoker.watch;

import io.stoker.debounce.Scheduler;
import io.stoker.kubernetes.RequestBudget;
import io.stoker.reload.ReloadEvent;
import io.stoker.reload.VolumeState;
import io.stoker.report.Outcome;
import io.stoker.report.ReloadReport;
import io.stoker.report.Reporter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Gives the kubelet time to bring a change into the target's volume, after asking it to if that is
 * allowed. On the planner thread.
 */
final class VolumeGate implements Reporter {
  /** A nudged kubelet took 0.14 s in the median and 0.49 s at most (Kubernetes 1.34, 300 times). */
  private static final Duration NUDGED = Duration.ofMillis(500);

  private static final Duration LEFT_ALONE = Duration.ofSeconds(2);

  /** A kubelet left alone took 80 s at most. */
  private static final Duration SURELY = Duration.ofSeconds(90);

  /** Of a nudge that waits for the API server: the reload waits for it, and others do behind it. */
  private static final Duration TOO_LATE = Duration.ofSeconds(10);

  private final Kubelet kubelet;
  private final Around around;
  private final Consumer<ReloadEvent> target;
  private RequestBudget budget = RequestBudget.unspent();
  private boolean waiting;
  private boolean again;

  /** Read by cycles, too. */
  private volatile Instant nudgedAt = Instant.MIN;

  /** Who brings volumes up to date. */
  interface Kubelet {

    /** Asks it to look now; whether that worked. Blocks. */
    boolean nudge();

    /** What is waited for, in one sentence. */
    String waiting();
  }

  /**
   * What a gate lives on.
   *
   * @param plannerThread runs one task at a time, in their order
   */
  record Around(InstantSource clock, Scheduler scheduler, Executor plannerThread, Executor io) {}

  VolumeGate(Kubelet kubelet, Around around, Consumer<ReloadEvent> target) {
    this.kubelet = kubelet;
    this.around = around;
    this.target = target;
  }

  /** The API server has something newer. What changes while one change is waited for comes next. */
  void changed() {
    if (waiting) {
      again = true;
    } else {
      begin();
    }
  }

  /** Whoever did not hear the first time is asked again. */
  @Override
  public void reported(ReloadReport report) {
    if (report.outcome().kind() == Outcome.Kind.PENDING && mayAsk()) {
      Instant now = around.clock().instant();
      around.io().execute(() -> nudge(now));
    }
  }

  private void begin() {
    waiting = true;
    again = false;
    Instant now = around.clock().instant();
    target.accept(new ReloadEvent.VolumesCompared(new VolumeState.Behind(kubelet.waiting(), now)));
    if (mayAsk()) {
      around.io().execute(() -> openAfter(nudge(now) ? NUDGED : LEFT_ALONE));
    } else {
      openAfter(LEFT_ALONE);
    }
  }

  /**
   * When the volume must have what the API server held at a time. Any thread.
   *
   * @param since a moment of the core's clock
   */
  Instant settledAt(Instant since) {
    Instant nudged = nudgedAt;
    return nudged.isBefore(since) ? since.plus(SURELY) : nudged.plus(NUDGED);
  }

  /** Where the API server is slow, the reload does not wait for this for long. */
  private boolean nudge(Instant wanted) {
    boolean inTime = around.clock().instant().isBefore(wanted.plus(TOO_LATE));
    boolean done = inTime && kubelet.nudge();
    if (done) {
      nudgedAt = around.clock().instant();
    }
    return done;
  }

  private boolean mayAsk() {
    Instant now = around.clock().instant();
    boolean may = !budget.next().isAfter(now);
    budget = may ? budget.spent(now) : budget;
    return may;
  }

  private void openAfter(Duration time) {
    around
        .scheduler()
        .at(around.clock().instant().plus(time), () -> around.plannerThread().execute(this::open));
  }

  private void open() {
    waiting = false;
    target.accept(new ReloadEvent.VolumesCompared(new VolumeState.Complete()));
    if (again) {
      begin();
    }
  }
}
