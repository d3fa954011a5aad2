package io.stoker.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.prometheus.client.CollectorRegistry;
import io.stoker.kubernetes.Cluster;
import io.stoker.report.Diagnoses;
import io.stoker.report.FleetMetrics;
import io.stoker.report.Journal;
import io.stoker.report.LogReporter;
import io.stoker.report.MetricsReporter;
import io.stoker.report.ReloaderMetrics;
import io.stoker.report.Reporter;
import io.stoker.report.Reporters;
import io.stoker.source.DirectoryWatch;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** All who are told what happens. */
record Reporting(
    Metrics metrics, Journal journal, Diagnoses diagnoses, ColdPages pages, String version) {

  /**
   * Where metrics are kept.
   *
   * @param collectors what the registry writes to
   */
  record Metrics(MeterRegistry registry, CollectorRegistry collectors) {}

  /**
   * One for all.
   *
   * @param others beside those that every sidecar has
   */
  Reporter reporter(Stream<Reporter> others) {
    List<Reporter> all =
        List.of(
            journal,
            new LogReporter(),
            new MetricsReporter(metrics.registry()),
            new ReloaderMetrics(metrics.registry(), version),
            pages);
    return new Reporters(Stream.concat(all.stream(), others).toList());
  }

  /**
   * One for all targets of a watcher.
   *
   * @param leads whether this replica leads at this very moment
   */
  Reporter ofFleet(BooleanSupplier leads) {
    return new Reporters(
        List.of(
            journal,
            new LogReporter(),
            new FleetMetrics(metrics.registry(), metrics.collectors(), journal, leads),
            new ReloaderMetrics(metrics.registry(), version, leads),
            pages));
  }

  void volumes(Cluster cluster) {
    TimeGauge.builder("stoker.volume.lag", cluster, TimeUnit.NANOSECONDS, c -> c.lag().toNanos())
        .description("how long a mounted volume has been behind the API server")
        .register(metrics.registry());
  }

  void watch(DirectoryWatch watch) {
    metrics.registry().gauge("reloader.watches", watch, DirectoryWatch::watches);
    FunctionCounter.builder("reloader.watch.events", watch, DirectoryWatch::events)
        .register(metrics.registry());
    FunctionCounter.builder("reloader.watch.errors", watch, DirectoryWatch::errors)
        .register(metrics.registry());
  }
}
