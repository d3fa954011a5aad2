package io.stoker.simulation;

import java.util.function.Supplier;

/** A history that went wrong. */
record Failure(long seed, Throwable cause, Supplier<Variant> variants) {

  /** The history once more, in words. */
  String replayed() {
    var history = new History(seed, true, variants);
    String again;
    try {
      history.run();
      again = "but it went well when replayed";
    } catch (Violation e) {
      again = e.getMessage();
    }
    return history.trace()
        + "\n\n"
        + cause
        + "\n"
        + again
        + "\nreplay it with -Dsimulation.seed="
        + seed;
  }
}
