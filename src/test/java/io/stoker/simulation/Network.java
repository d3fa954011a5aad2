package io.stoker.simulation;

import java.time.Duration;

/** What lies between Stoker and Prometheus. */
final class Network {
  static final Duration USUAL_DELAY = Duration.ofMillis(5);

  private boolean resets;
  private boolean withholds;
  private boolean lies;
  private Duration delay = USUAL_DELAY;

  /** Whether connections break, now and then. */
  boolean resets() {
    return resets;
  }

  /** Whether a proxy answers 503 for everything. */
  boolean withholds() {
    return withholds;
  }

  /** Whether somebody answers 200 to a reload and does nothing. */
  boolean lies() {
    return lies;
  }

  /** The longest time that anything is on its way. */
  Duration delay() {
    return delay;
  }

  void setDelay(Duration now) {
    delay = now;
  }

  void setResets(boolean now) {
    resets = now;
  }

  void setWithholds(boolean now) {
    withholds = now;
  }

  void setLies(boolean now) {
    lies = now;
  }
}
