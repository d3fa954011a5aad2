package io.stoker.report;

/**
 * Hears of everything that happens to targets; called by the planner thread, so it must be quick.
 */
public interface Reporter {

  /** A cycle ended. */
  default void reported(ReloadReport report) {}

  /** Something about a target's state changed. */
  default void changed(TargetStatus status) {}

  /** A target is no longer looked after. */
  default void gone(String target) {}
}
