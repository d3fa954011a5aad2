package io.stoker.report;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.prometheus.client.CollectorRegistry;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * The metrics of many targets: one series for each target, its state; all else is summed up over
 * them, since a series costs memory here and in whoever scrapes it. While this replica stands by
 * there are none of states, which it does not know.
 */
public final class FleetMetrics implements Reporter {
  private static final Duration[] LATENCIES = {
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(30),
    Duration.ofSeconds(180)
  };

  private final MeterRegistry registry;

  /**
   * Metrics in these registries, of which the second is behind the first.
   *
   * @param collectors takes what would cost too much for each target in the first
   * @param journal knows the states
   * @param leads whether this replica leads at this very moment
   */
  public FleetMetrics(
      MeterRegistry registry,
      CollectorRegistry collectors,
      Journal journal,
      BooleanSupplier leads) {
    this.registry = registry;
    collectors.register(new TargetStates(journal, leads));
  }

  @Override
  public void reported(ReloadReport report) {
    Outcome outcome = report.outcome();
    registry
        .counter("stoker.cycles", "outcome", outcome.kind().word(), "cause", outcome.cause().word())
        .increment();
    report
        .timeline()
        .stages()
        .forEach(
            (stage, duration) ->
                registry.timer("stoker.stage", "stage", stage.word()).record(duration));
    if (outcome.applied()) {
      report.timeline().sinceChange().ifPresent(latency -> changeToProven().record(latency));
    }
  }

  private Timer changeToProven() {
    return Timer.builder("stoker.change.to.proven")
        .description("from the first hint of a change to its proof")
        .serviceLevelObjectives(LATENCIES)
        .register(registry);
  }
}
