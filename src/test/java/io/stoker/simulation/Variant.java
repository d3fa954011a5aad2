package io.stoker.simulation;

import io.stoker.debounce.Debouncer;
import io.stoker.fingerprint.ConfigReader;
import io.stoker.reload.Planner;

/** Stoker as it is, or with a rule of its design broken. */
interface Variant {
  default Debouncer debouncer(Debouncer real) {
    return real;
  }

  default Planner planner(Planner real) {
    return real;
  }

  /** The reader of cycles; looks at the files in between have the real one. */
  default ConfigReader reader(ConfigReader real) {
    return real;
  }
}
