package io.stoker.reload;

import io.stoker.debounce.Scheduler;
import io.stoker.fingerprint.Content;
import io.stoker.report.Reporter;
import io.stoker.report.TargetStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/**
 * Keeps one target at what its files hold. Events come from any thread; state is touched only by
 * the planner thread, which all coordinators share; what blocks runs elsewhere and comes back as an
 * event.
 */
public final class ReloadCoordinator {
  private static final Logger LOG = Logger.getLogger(ReloadCoordinator.class);

  private final ReloadCycle cycle;
  private final Lookout lookout;
  private final Planner planner;
  private final Accounts accounts;
  private final Surroundings around;

  private final CompletableFuture<Void> settled = new CompletableFuture<>();
  private ReloadState state;
  private Optional<Scheduler.Alarm> alarm = Optional.empty();
  private volatile TargetStatus published;
  private Optional<Content> doubted = Optional.empty();
  private boolean looking;
  private boolean stopping;
  private boolean forgotten;

  /**
   * What a coordinator lives on.
   *
   * @param plannerThread runs one task at a time, in their order
   * @param io runs what blocks
   */
  public record Surroundings(
      InstantSource clock,
      Scheduler scheduler,
      Executor plannerThread,
      Executor io,
      Reporter reporter) {}

  /** A coordinator at rest; see {@link #start}. */
  public ReloadCoordinator(
      ReloadCycle cycle, Lookout lookout, Planner planner, Accounts accounts, Surroundings around) {
    this.cycle = cycle;
    this.lookout = lookout;
    this.planner = planner;
    this.accounts = accounts;
    this.around = around;
    this.state = ReloadState.startingAt(around.clock().instant());
  }

  /** Begins; the first cycle is due at once. */
  public void start() {
    accept(new ReloadEvent.AlarmRang());
  }

  /** Takes an event from any thread and returns at once. */
  public void accept(ReloadEvent event) {
    around.plannerThread().execute(() -> handle(event));
  }

  /** Brings about what is pending without waiting for quiet; done when nothing is. */
  public CompletableFuture<Void> stop() {
    accept(new ReloadEvent.StopRequested());
    return settled;
  }

  /** Ends at once, whatever is pending: the target is gone, or somebody else's. */
  public void forget() {
    around
        .plannerThread()
        .execute(
            () -> {
              forgotten = true;
              alarm.ifPresent(Scheduler.Alarm::cancel);
              around.reporter().gone(accounts.target());
            });
  }

  /** What is known of the target, for those who ask while no event comes; as of the last event. */
  public Optional<TargetStatus> status() {
    return Optional.ofNullable(published);
  }

  private void handle(ReloadEvent event) {
    if (forgotten) {
      return;
    }
    Instant now = around.clock().instant();
    ReloadState before = state;
    state = planner.next(before, event, now);
    stopping |= event instanceof ReloadEvent.StopRequested;
    if (stopping) {
      // a hint that comes after the request would begin another quiet period
      state = planner.next(state, new ReloadEvent.StopRequested(), now);
    }
    if (event instanceof ReloadEvent.CycleEnded(CycleResult result)) {
      around.reporter().reported(accounts.report(before, state, result, now));
    }
    if (event instanceof ReloadEvent.Ticked) {
      look();
    }
    follow(planner.plan(state, now), now);
    if (stopping && state.isSettled()) {
      settled.complete(null);
    }
  }

  private void follow(Plan plan, Instant now) {
    alarm.ifPresent(Scheduler.Alarm::cancel);
    alarm =
        switch (plan) {
          case Plan.Idle idle -> Optional.empty();
          case Plan.WaitUntil(Instant time) ->
              Optional.of(around.scheduler().at(time, () -> accept(new ReloadEvent.AlarmRang())));
          case Plan.ReloadNow(CycleRequest request) -> {
            state = state.begun(new ReloadState.UnderWay(request.trigger(), now));
            around.io().execute(() -> accept(new ReloadEvent.CycleEnded(run(request))));
            yield Optional.empty();
          }
        };
    publish(accounts.status(state, plan));
  }

  private CycleResult run(CycleRequest request) {
    try {
      return cycle.run(request);
    } catch (RuntimeException e) {
      LOG.error("a reload cycle failed by a fault of Stoker's; it is tried again", e);
      return CycleResult.fault(e);
    }
  }

  private void look() {
    if (looking || state.underWay().isPresent()) {
      return;
    }
    looking = true;
    Optional<Baseline> baseline =
        state.retry().isPresent() ? Optional.empty() : state.known().baseline();
    Optional<Content> fresh = freshlyAccepted();
    around
        .io()
        .execute(
            () -> {
              try {
                accept(lookout.look(baseline));
                fresh.ifPresent(content -> accept(lookout.doubt(content)));
              } catch (RuntimeException e) {
                LOG.error(
                    "a look at files and target failed by a fault of Stoker's; the next tick looks again",
                    e);
              } finally {
                around.plannerThread().execute(() -> looking = false);
              }
            });
  }

  /** The content that runs, once: at a tick, so that it costs no reload any time. */
  private Optional<Content> freshlyAccepted() {
    boolean applied = state.last().outcome().applied();
    Optional<Content> accepted = applied ? state.known().attempted() : Optional.empty();
    Optional<Content> fresh = accepted.equals(doubted) ? Optional.empty() : accepted;
    doubted = accepted;
    return fresh;
  }

  private void publish(TargetStatus status) {
    if (!status.equals(published)) {
      published = status;
      around.reporter().changed(status);
    }
  }
}
