package io.stoker.debounce;

import java.time.Instant;

/** The core's only way to wait. */
public interface Scheduler {

  /** Runs a short task at that time, at once if it has passed; the task must not block. */
  Alarm at(Instant time, Runnable task);

  /** A task not run yet. */
  interface Alarm {
    /** Has no effect on a task that runs or ran. */
    void cancel();
  }
}
