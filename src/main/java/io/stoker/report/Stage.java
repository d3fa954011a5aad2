package io.stoker.report;

import java.util.Locale;

/** The parts of a cycle, in their order. */
public enum Stage {
  /** Reading and naming the files. */
  READ,
  /** Looking for faults in the files. */
  CHECK,
  /** Asking whether the target is ready, and when it reloaded last. */
  READY,
  /** The reload request. */
  RELOAD,
  /** Asking whether it took effect. */
  VERIFY,
  /** Reading the files once more. */
  REREAD;

  /** The word as people see it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
