package io.stoker.simulation;

/** All that is not Stoker. */
record World(
    VirtualTime time,
    Timing timing,
    SimulatedFiles files,
    SimulatedPrometheus prometheus,
    Network network,
    Promptness promptness,
    Chance chance,
    Trace trace) {

  /** Whether Prometheus has nothing left to do, as far as it can run at all. */
  boolean atRest() {
    boolean idle = prometheus.ready() && prometheus.unfinished().isEmpty();
    return idle || (!prometheus.up() && !files.now().good());
  }
}
