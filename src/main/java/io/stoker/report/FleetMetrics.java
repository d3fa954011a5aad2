package io.stoker.report;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The metrics of many targets: one series for each target, its state; all else is summed up over
 * them, since a series costs memory here and in whoever scrapes it.
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
  private final Map<String, Shown> targets = new ConcurrentHashMap<>();

  /** The series of one target. */
  private record Shown(StateWord state, Meter.Id series) {}

  /** Metrics in this registry. */
  public FleetMetrics(MeterRegistry registry) {
    this.registry = registry;
    for (StateWord state : StateWord.values()) {
      Gauge.builder("stoker.targets", this, fleet -> fleet.count(state))
          .description("how many targets are in a state")
          .tags("state", state.word())
          .register(registry);
    }
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

  @Override
  public void changed(TargetStatus status) {
    StateWord now = status.verdict().state();
    Shown before = targets.get(status.target());
    if (before != null && before.state() == now) {
      return;
    }
    gone(status.target());
    Gauge series =
        Gauge.builder("stoker.target.state", () -> 1)
            .description("1 for the state a target is in")
            .tags(Tags.of("target", status.target(), "state", now.word()))
            .register(registry);
    targets.put(status.target(), new Shown(now, series.getId()));
  }

  @Override
  public void gone(String target) {
    Shown before = targets.remove(target);
    if (before != null) {
      registry.remove(before.series());
    }
  }

  private double count(StateWord state) {
    return targets.values().stream().filter(shown -> shown.state() == state).count();
  }

  private Timer changeToProven() {
    return Timer.builder("stoker.change.to.proven")
        .description("from the first hint of a change to its proof")
        .serviceLevelObjectives(LATENCIES)
        .register(registry);
  }
}
