package io.stoker.bench;

import io.stoker.testbed.KubeletVolume;
import io.stoker.testbed.PrometheusProcess;
import io.stoker.testbed.PrometheusSetup;
import io.stoker.testbed.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A Prometheus with its config in a volume, and its rule files in a folder of their own. */
record Bed(
    Path folder, KubeletVolume volume, RuleFiles rules, String jobs, PrometheusProcess prometheus)
    implements AutoCloseable {
  private static final String CONFIG = "prometheus.yml";

  /** Makes one in a new folder within the given one. */
  static Bed make(Path parent, BiFunction<Path, Integer, RuleFiles> layout, int files) {
    return make(parent, layout, files, 0);
  }

  /**
   * @param jobs in its config, of about 600 bytes each and without targets
   */
  static Bed make(Path parent, BiFunction<Path, Integer, RuleFiles> layout, int files, int jobs) {
    var folder = newFolder(parent);
    var rules = layout.apply(folder.resolve("rules"), files);
    var text = jobs(jobs);
    var volume =
        KubeletVolume.create(
            folder.resolve("config"), Map.of(CONFIG, config(rules.folder(), marker(0), text)));
    var prometheus =
        PrometheusSetup.of(Tool.prometheus(), folder.resolve("prometheus"), volume.path(CONFIG))
            .start()
            .awaitReady();
    return new Bed(folder, volume, rules, text, prometheus);
  }

  Path configFile() {
    return volume.path(CONFIG);
  }

  /** Returns the moment from which the volume holds the new config. */
  Instant swap(int number) {
    return volume.put(CONFIG, config(rules.folder(), marker(number), jobs));
  }

  boolean serves(int number) {
    return prometheus.client().servedConfig().contains(marker(number));
  }

  @Override
  public void close() {
    prometheus.close();
  }

  private static Path newFolder(Path parent) {
    try {
      return Files.createTempDirectory(parent, "bed-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String marker(int number) {
    return "swap-%06d".formatted(number);
  }

  /** Rules are loaded and hardly ever evaluated: their cost is not what is measured. */
  private static String config(Path rules, String marker, String jobs) {
    return """
        global:
          scrape_interval: 15s
          evaluation_interval: 1h
          external_labels: {bench: %s}
        rule_files: ["%s/*.yml"]
        scrape_configs:
        %s"""
        .formatted(marker, rules, jobs);
  }

  private static String jobs(int count) {
    return IntStream.range(0, count).mapToObj(Bed::job).collect(Collectors.joining());
  }

  private static String job(int number) {
    return """
          - job_name: team-%1$04d/service-%1$04d
            scrape_interval: 30s
            scrape_timeout: 10s
            metrics_path: /internal/metrics/service-%1$04d
            static_configs:
              - targets: []
                labels: {team: "team-%1$04d", service: "service-%1$04d", tier: backend}
            relabel_configs:
              - source_labels: [__address__, __meta_kubernetes_pod_name]
                target_label: instance_of_service_%1$04d
              - source_labels: [__meta_kubernetes_namespace]
                regex: namespace-of-team-%1$04d
                action: keep
            metric_relabel_configs:
              - source_labels: [__name__]
                regex: (go|process|promhttp|http_request_duration_seconds_bucket)_.+
                action: drop
        """
        .formatted(number);
  }
}
