package io.stoker.reload;

import java.time.Instant;

/** Decides, from state, event and time alone. */
public interface Planner {

  /** The state after an event. */
  ReloadState next(ReloadState state, ReloadEvent event, Instant now);

  /** What to do in a state. */
  Plan plan(ReloadState state, Instant now);
}
