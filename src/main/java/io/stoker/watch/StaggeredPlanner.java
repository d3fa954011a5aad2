package io.stoker.watch;

import io.stoker.reload.Plan;
import io.stoker.reload.Planner;
import io.stoker.reload.ReloadEvent;
import io.stoker.reload.ReloadState;
import io.stoker.reload.VolumeState;
import io.stoker.report.Outcome;
import java.time.Instant;

/**
 * Lets the targets of a Service be reloaded one after the other: a target keeps its turn until it
 * is proven, or until waiting for it would keep the others for nothing.
 *
 * @param call tells the target's coordinator that its turn has come
 */
record StaggeredPlanner(Planner planner, Turns turns, String target, Runnable call)
    implements Planner {

  @Override
  public ReloadState next(ReloadState state, ReloadEvent event, Instant now) {
    if (event instanceof ReloadEvent.CycleEnded ended && !goesOn(ended.result().outcome())) {
      turns.leave(target);
    }
    return planner.next(state, event, now);
  }

  @Override
  public Plan plan(ReloadState state, Instant now) {
    Plan plan = planner.plan(state, now);
    if (plan instanceof Plan.ReloadNow && !isBehind(state)) {
      return turns.take(target, call) ? plan : new Plan.Idle();
    }
    turns.withdraw(target);
    return plan instanceof Plan.ReloadNow ? new Plan.Idle() : plan;
  }

  /** A reload before the kubelet is done would be in vain and delay the next; its end is told. */
  private static boolean isBehind(ReloadState state) {
    return state.known().files().volumes() instanceof VolumeState.Behind;
  }

  private static boolean goesOn(Outcome outcome) {
    return switch (outcome.kind()) {
      case PENDING, OVERTAKEN -> true;
      case UNCHANGED,
          PROVEN,
          UNVERIFIABLE,
          REJECTED,
          INVALID,
          MISCONFIGURED,
          STARTING,
          DRIFTED,
          UNREACHABLE,
          TIMED_OUT,
          UNCONFIRMED,
          SOURCE_MISSING,
          FAULT ->
          false;
    };
  }
}
