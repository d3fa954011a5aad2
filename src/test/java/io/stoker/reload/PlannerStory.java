package io.stoker.reload;

import io.stoker.debounce.Debouncer;
import io.stoker.fingerprint.Content;
import io.stoker.fingerprint.Reading;
import io.stoker.report.Outcome;
import io.stoker.report.Outcome.Kind;
import io.stoker.target.ConfigStatus;
import io.stoker.target.RuntimeInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One target's history, told event by event, on the planner of real life without jitter. */
final class PlannerStory {
  static final Baseline BASELINE =
      new Baseline(new RuntimeInfo("s", "l", true), Instant.EPOCH, Optional.of("h"), Instant.EPOCH);

  private final Planner planner;
  private Instant now = Instant.EPOCH;
  private ReloadState state = ReloadState.startingAt(now);

  PlannerStory() {
    this(DriftPolicy.RELOAD);
  }

  private PlannerStory(DriftPolicy onDrift) {
    planner =
        new ReloadPlanner(
            new Debouncer(Duration.ofMillis(150), Duration.ofSeconds(10), Duration.ofSeconds(2)),
            RetryPolicy.upTo(Duration.ofSeconds(5), () -> 0),
            onDrift);
  }

  /** A target that was just proven to run this, its gap over. */
  static PlannerStory proven(Content content) {
    return proven(content, DriftPolicy.RELOAD);
  }

  static PlannerStory proven(Content content, DriftPolicy onDrift) {
    var story = new PlannerStory(onDrift);
    story.reload();
    story.end(Kind.PROVEN, content);
    story.pass(Duration.ofMinutes(1));
    return story;
  }

  ReloadState state() {
    return state;
  }

  Instant now() {
    return now;
  }

  Plan plan() {
    return planner.plan(state, now);
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  void pass(long millis) {
    pass(Duration.ofMillis(millis));
  }

  void hint() {
    event(new ReloadEvent.Hinted());
  }

  void event(ReloadEvent event) {
    state = planner.next(state, event, now);
  }

  /** How long the plan waits; zero when it reloads now. */
  Duration untilDue() {
    return switch (plan()) {
      case Plan.WaitUntil(Instant time) -> Duration.between(now, time);
      case Plan.ReloadNow _ -> Duration.ZERO;
      case Plan.Idle _ -> throw new AssertionError("nothing is planned");
    };
  }

  /** Begins the cycle that the plan must want now. */
  CycleRequest reload() {
    if (plan() instanceof Plan.ReloadNow(CycleRequest request)) {
      state = state.begun(new ReloadState.UnderWay(request.trigger(), now));
      return request;
    }
    throw new AssertionError("no reload now but " + plan());
  }

  /** Waits as planned, then begins the cycle. */
  CycleRequest reloadWhenDue() {
    pass(untilDue());
    return reload();
  }

  void end(Kind kind, Content content) {
    boolean sent = kind != Kind.UNCHANGED && kind != Kind.UNREACHABLE && kind != Kind.STARTING;
    end(
        kind,
        Optional.of(content),
        sent ? new CycleResult.Request.Answered() : new CycleResult.Request.NotSent());
  }

  void end(Kind kind, Optional<Content> content, CycleResult.Request request) {
    Optional<Baseline> baseline = kind == Kind.PROVEN ? Optional.of(BASELINE) : Optional.empty();
    var result = new CycleResult(Outcome.of(kind), content, request, baseline, Map.of());
    event(new ReloadEvent.CycleEnded(result));
  }

  /** A tick's look, which saw the files and the target so. */
  void look(Content content, Inspection inspection) {
    var reading = new Reading.Found(content);
    event(new ReloadEvent.Looked(reading, state.known().baseline(), inspection));
  }

  Unanswered unanswered(Content content) {
    return new Unanswered(content, new ConfigStatus(true, 1, 1), true, now.plusSeconds(300));
  }
}
