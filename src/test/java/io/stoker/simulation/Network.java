package io.stoker.simulation;

/** What lies between Stoker and Prometheus. */
final class Network {
  private boolean resets;
  private boolean withholds;
  private boolean lies;

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
