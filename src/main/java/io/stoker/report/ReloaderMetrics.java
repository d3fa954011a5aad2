package io.stoker.report;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * The metrics of prometheus-config-reloader v0.93.0, with its names and types, so that alerts and
 * dashboards made for it go on working.
 */
public final class ReloaderMetrics implements Reporter {
  private final Counter reloads;
  private final Counter reloadsFailed;
  private final Counter applies;
  private final Counter appliesFailed;
  private final AtomicLong lastSuccessful = new AtomicLong();
  private final AtomicLong lastSuccessMillis = new AtomicLong();

  /** Metrics in this registry. */
  public ReloaderMetrics(MeterRegistry registry, String version) {
    this(registry, version, () -> true);
  }

  /**
   * Metrics of one of several replicas.
   *
   * @param leads whether it is the one that reloads; else it has no last reload, neither a good one
   *     nor a bad one
   */
  public ReloaderMetrics(MeterRegistry registry, String version, BooleanSupplier leads) {
    reloads = registry.counter("reloader.reloads");
    reloadsFailed = registry.counter("reloader.reloads.failed");
    applies = registry.counter("reloader.config.apply.operations");
    appliesFailed = registry.counter("reloader.config.apply.operations.failed");
    Gauge.builder(
            "reloader.last.reload.successful",
            lastSuccessful,
            last -> of(leads, last.doubleValue()))
        .register(registry);
    Gauge.builder(
            "reloader.last.reload.success.timestamp.seconds",
            lastSuccessMillis,
            ms -> of(leads, ms.get() / 1000.0))
        .register(registry);
    registry.gauge("reloader.config.environment.variable.expansion.errors", 0);
    registry.gauge("reloader.info", Tags.of("method", "http"), 1);
    registry.gauge("prometheus.config.reloader.build.info", Tags.of("version", version), 1);
  }

  @Override
  public void reported(ReloadReport report) {
    Outcome.Kind kind = report.outcome().kind();
    applies.increment();
    if (kind == Outcome.Kind.SOURCE_MISSING) {
      appliesFailed.increment();
    }
    if (report.outcome().applied()) {
      reloads.increment();
      lastSuccessful.set(1);
      lastSuccessMillis.set(System.currentTimeMillis());
    } else if (isFailedReload(kind)) {
      reloads.increment();
      reloadsFailed.increment();
      lastSuccessful.set(0);
    }
  }

  private static double of(BooleanSupplier leads, double value) {
    return leads.getAsBoolean() ? value : Double.NaN;
  }

  private static boolean isFailedReload(Outcome.Kind kind) {
    return switch (kind) {
      case REJECTED, INVALID, MISCONFIGURED, UNREACHABLE, TIMED_OUT, UNCONFIRMED, FAULT -> true;
      case UNCHANGED, PROVEN, UNVERIFIABLE, DRIFTED, OVERTAKEN, STARTING, PENDING, SOURCE_MISSING ->
          false;
    };
  }
}
