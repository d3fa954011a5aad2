package io.stoker.reload;

import io.stoker.debounce.Burst;
import io.stoker.debounce.Debouncer;
import io.stoker.fingerprint.Content;
import io.stoker.fingerprint.Fingerprint;
import io.stoker.fingerprint.Reading;
import io.stoker.reload.ReloadState.Ending;
import io.stoker.reload.ReloadState.Retry;
import io.stoker.report.Outcome;
import io.stoker.report.Trigger;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** The planner of real life: debounce, minimum gap, backoff by kind. */
public final class ReloadPlanner implements Planner {
  private final Debouncer debouncer;
  private final RetryPolicy retries;
  private final DriftPolicy onDrift;

  public ReloadPlanner(Debouncer debouncer, RetryPolicy retries, DriftPolicy onDrift) {
    this.debouncer = debouncer;
    this.retries = retries;
    this.onDrift = onDrift;
  }

  @Override
  public ReloadState next(ReloadState state, ReloadEvent event, Instant now) {
    return switch (event) {
      case ReloadEvent.Hinted hinted -> hinted(state, now);
      case ReloadEvent.Looked looked -> looked(state, looked, now);
      case ReloadEvent.VolumesCompared(VolumeState volumes) -> compared(state, volumes, now);
      case ReloadEvent.Doubted doubted -> doubted(state, doubted);
      case ReloadEvent.RulesCompared compared ->
          state.withKnown(state.known().compared(compared, now));
      case ReloadEvent.CycleEnded(CycleResult result) -> ended(state, result, now);
      case ReloadEvent.StopRequested stop -> atOnce(state);
      case ReloadEvent.Ticked ticked -> state;
      case ReloadEvent.AlarmRang alarm -> state;
    };
  }

  @Override
  public Plan plan(ReloadState state, Instant now) {
    if (state.underWay().isPresent()) {
      return new Plan.Idle();
    }
    return Stream.concat(
            state.burst().map(debouncer::due).stream(), state.retry().map(Retry::at).stream())
        .min(Instant::compareTo)
        .map(wanted -> debouncer.spaced(wanted, state.known().moments().reloadEnded()))
        .map(
            at ->
                at.isAfter(now) ? new Plan.WaitUntil(at) : new Plan.ReloadNow(request(state, now)))
        .orElseGet(Plan.Idle::new);
  }

  private static CycleRequest request(ReloadState state, Instant now) {
    Optional<Retry> due = state.retry().filter(retry -> !retry.at().isAfter(now));
    // whatever brought the files back may have brought the target back
    boolean open = state.retry().isPresent() && state.last().outcome().keepsTrying();
    return new CycleRequest(
        due.map(Retry::trigger).orElse(Trigger.CHANGE),
        due.isPresent() || open,
        state.known().attempted(),
        state.known().unanswered());
  }

  private static ReloadState hinted(ReloadState state, Instant now) {
    return state
        .withBurst(
            state.burst().map(burst -> burst.and(now)).orElseGet(() -> Burst.startingAt(now)))
        .withKnown(state.known().changeSeen(now));
  }

  /** Volumes known to be complete need no quiet period: nothing more is to come. */
  private static ReloadState compared(ReloadState state, VolumeState volumes, Instant now) {
    VolumeState before = state.known().files().volumes();
    ReloadState seen = state.withKnown(state.known().seeing(volumes));
    return switch (volumes) {
      case VolumeState.Unknown unknown -> seen;
      case VolumeState.Stuck stuck -> seen;
      case VolumeState.Behind behind -> seen.withKnown(seen.known().changeSeen(behind.since()));
      case VolumeState.Complete complete when before instanceof VolumeState.Behind ->
          atOnce(hinted(seen, now));
      case VolumeState.Complete complete -> atOnce(seen);
    };
  }

  private static ReloadState atOnce(ReloadState state) {
    return state.burst().map(burst -> state.withBurst(burst.atOnce())).orElse(state);
  }

  private ReloadState ended(ReloadState state, CycleResult result, Instant now) {
    Optional<Instant> open = state.burst().map(Burst::first);
    if (result.outcome().kind() == Outcome.Kind.UNCHANGED) {
      Optional<Instant> changedAt =
          state.retry().isPresent() ? state.known().moments().changedAt() : open;
      return state.ended().withKnown(state.known().after(result, now, changedAt));
    }
    Optional<Instant> changedAt =
        result.outcome().keepsTrying() ? state.known().moments().changedAt() : open;
    Ending ending = ending(state, result, now);
    return state
        .ended()
        .withKnown(state.known().after(result, now, changedAt))
        .withRetry(retries.retry(ending, now))
        .withLast(ending);
  }

  private static Ending ending(ReloadState state, CycleResult result, Instant now) {
    Ending last = state.last();
    Optional<Fingerprint> content = result.read().map(Content::fingerprint);
    boolean again =
        last.outcome().kind() == result.outcome().kind() && last.content().equals(content);
    return again
        ? new Ending(result.outcome(), last.attempts() + 1, last.since(), content)
        : Ending.first(result.outcome(), now, content);
  }

  /** Of what has been overtaken nobody wants to know. */
  private static ReloadState doubted(ReloadState state, ReloadEvent.Doubted doubted) {
    Ending last = state.last();
    boolean current =
        last.outcome().applied()
            && last.content().equals(Optional.of(doubted.content().fingerprint()));
    return current
        ? state.withLast(
            new Ending(
                last.outcome().with(doubted.doubts()),
                last.attempts(),
                last.since(),
                last.content()))
        : state;
  }

  private ReloadState looked(ReloadState state, ReloadEvent.Looked looked, Instant now) {
    boolean nothingKnown = state.last().attempts() == 0;
    if (nothingKnown) {
      // the first cycle reads for itself: to have seen files for the first time is no change
      return state;
    }
    Optional<Fingerprint> read =
        looked.reading() instanceof Reading.Found(Content content)
            ? Optional.of(content.fingerprint())
            : Optional.empty();
    ReloadState seen = state.withKnown(state.known().seeing(read));
    // a change that was hinted at is no new one when a tick comes across it
    boolean known = read.equals(state.known().seen()) || state.burst().isPresent();
    ReloadState hinted = known ? seen : hinted(seen, now);
    boolean overtaken =
        state.underWay().isPresent() || !looked.compared().equals(state.known().baseline());
    return overtaken ? hinted : inspected(hinted, looked.inspection(), now);
  }

  private ReloadState inspected(ReloadState state, Inspection inspection, Instant now) {
    return switch (inspection) {
      case Inspection.Nothing nothing -> state;
      case Inspection.Same(Baseline baseline) ->
          answering(state, now).withKnown(state.known().rebased(baseline));
      case Inspection.Restarted restarted ->
          state.withRetry(Optional.of(new Retry(now, Trigger.RESTART, "the target was restarted")));
      case Inspection.Drifted(String reason) ->
          switch (onDrift) {
            case RELOAD -> state.withRetry(Optional.of(new Retry(now, Trigger.DRIFT, reason)));
            case REPORT -> told(state, new Outcome(Outcome.Kind.DRIFTED, reason), now);
          };
      case Inspection.Silent(String reason) ->
          told(state, new Outcome(Outcome.Kind.UNREACHABLE, reason), now);
    };
  }

  /**
   * A target that was proven and does not answer, or runs something else that is not to be mended,
   * is looked at again at the next tick; nothing has to be sent.
   */
  private static ReloadState told(ReloadState state, Outcome outcome, Instant now) {
    boolean known = state.retry().isPresent() || state.last().outcome().kind() == outcome.kind();
    return known ? state : state.withLast(Ending.first(outcome, now, state.known().seen()));
  }

  private static ReloadState answering(ReloadState state, Instant now) {
    Outcome.Kind kind = state.last().outcome().kind();
    boolean wasOtherwise =
        state.retry().isEmpty()
            && (kind == Outcome.Kind.UNREACHABLE || kind == Outcome.Kind.DRIFTED);
    return wasOtherwise
        ? state.withLast(
            Ending.first(
                state.known().confirmed().orElseThrow().outcome(), now, state.known().seen()))
        : state;
  }
}
