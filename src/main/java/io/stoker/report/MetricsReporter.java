package io.stoker.report;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stoker's own metrics, {@code stoker_*}; every label has a closed set of values or is the target's
 * name.
 */
public final class MetricsReporter implements Reporter {
  private static final Duration[] LATENCIES = {
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(30),
    Duration.ofSeconds(120)
  };

  private final MeterRegistry registry;
  private final Map<String, AtomicReference<TargetStatus>> targets = new ConcurrentHashMap<>();

  /** Metrics in this registry. */
  public MetricsReporter(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void reported(ReloadReport report) {
    Tags target = Tags.of("target", report.attempt().target());
    registry
        .counter(
            "stoker.cycles",
            target.and(
                "outcome", report.outcome().kind().word(),
                "cause", report.outcome().cause().word()))
        .increment();
    report
        .timeline()
        .stages()
        .forEach(
            (stage, duration) ->
                registry.timer("stoker.stage", target.and("stage", stage.word())).record(duration));
    if (report.outcome().applied()) {
      report.timeline().sinceChange().ifPresent(latency -> changeToProven(target).record(latency));
    }
  }

  @Override
  public void changed(TargetStatus status) {
    targets.computeIfAbsent(status.target(), this::register).set(status);
  }

  private Timer changeToProven(Tags target) {
    return Timer.builder("stoker.change.to.proven")
        .description("from the first hint of a change to its proof")
        .tags(target)
        .serviceLevelObjectives(LATENCIES)
        .register(registry);
  }

  private AtomicReference<TargetStatus> register(String name) {
    var status = new AtomicReference<TargetStatus>();
    for (StateWord state : StateWord.values()) {
      Gauge.builder("stoker.target.state", status, s -> s.get().verdict().state() == state ? 1 : 0)
          .description("1 for the state a target is in, 0 for all others")
          .tags("target", name, "state", state.word())
          .register(registry);
    }
    Gauge.builder("stoker.restart.unsafe", status, s -> s.get().restartUnsafe() ? 1 : 0)
        .description("1 while a target has refused what it would start with")
        .tags("target", name)
        .register(registry);
    Gauge.builder("stoker.proven.timestamp.seconds", status, MetricsReporter::provenAt)
        .description("when the target was last proven to run what the files hold; 0 if never")
        .tags("target", name)
        .register(registry);
    return status;
  }

  private static double provenAt(AtomicReference<TargetStatus> status) {
    return status.get().contents().provenAt().map(at -> at.toEpochMilli() / 1000.0).orElse(0.0);
  }
}
