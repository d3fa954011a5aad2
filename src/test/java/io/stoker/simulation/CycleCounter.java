package io.stoker.simulation;

import io.stoker.reload.Plan;
import io.stoker.reload.Planner;
import io.stoker.reload.ReloadEvent;
import io.stoker.reload.ReloadState;
import java.time.Instant;

/** Tells the witness of every cycle that is begun. */
record CycleCounter(Planner planner, Witness witness) implements Planner {

  @Override
  public ReloadState next(ReloadState state, ReloadEvent event, Instant now) {
    return planner.next(state, event, now);
  }

  @Override
  public Plan plan(ReloadState state, Instant now) {
    Plan plan = planner.plan(state, now);
    if (plan instanceof Plan.ReloadNow) {
      witness.cycleBegins();
    }
    return plan;
  }
}
