package io.stoker.simulation;

import io.stoker.report.ReloadReport;

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

  /** A report for people. */
  String words(ReloadReport report) {
    return "%s cycle %d for %s: %s %s"
        .formatted(
            report.attempt().trigger().word(),
            report.attempt().id(),
            files.contents(report.change().fingerprint()),
            report.outcome().kind(),
            report.outcome().reason());
  }

  /** Whether Prometheus has nothing left to do, as far as it can run at all. */
  boolean atRest() {
    boolean idle = prometheus.ready() && prometheus.unfinished().isEmpty();
    return idle || (!prometheus.up() && !files.now().good());
  }
}
