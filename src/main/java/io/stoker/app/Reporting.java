package io.stoker.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.stoker.report.Journal;
import io.stoker.report.LogReporter;
import io.stoker.report.MetricsReporter;
import io.stoker.report.ReloaderMetrics;
import io.stoker.report.Reporter;
import io.stoker.report.Reporters;
import io.stoker.source.DirectoryWatch;
import java.util.List;

/** All who are told what happens. */
record Reporting(MeterRegistry registry, Journal journal, ColdPages pages, String version) {

  Reporter reporter() {
    return new Reporters(
        List.of(
            journal,
            new LogReporter(),
            new MetricsReporter(registry),
            new ReloaderMetrics(registry, version),
            pages));
  }

  void watch(DirectoryWatch watch) {
    registry.gauge("reloader.watches", watch, DirectoryWatch::watches);
    FunctionCounter.builder("reloader.watch.events", watch, DirectoryWatch::events)
        .register(registry);
    FunctionCounter.builder("reloader.watch.errors", watch, DirectoryWatch::errors)
        .register(registry);
  }
}
