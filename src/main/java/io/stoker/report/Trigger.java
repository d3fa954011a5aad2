package io.stoker.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a cycle was begun. */
public enum Trigger {
  /** Stoker started and knows nothing yet. */
  START,
  /** The files changed. */
  CHANGE,
  /** The cycle before brought no proof. */
  RETRY,
  /** The target runs something else than it was proven to run. */
  DRIFT,
  /** The target was restarted. */
  RESTART;

  /** The word as people see it. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
