package io.stoker.bench;

/** Configurations of about 1 KB that differ in a label. */
final class FedConfig {
  static final String KEY = "prometheus.yml";

  private FedConfig() {}

  static String of(int revision) {
    return """
    global:
      scrape_interval: 1m
      external_labels:
        revision: r%d
    scrape_configs:
    %s\
    """
        .formatted(revision, (job("nodes") + job("pods") + job("services")).indent(2));
  }

  /** The line that no other revision has. */
  static String revisionLine(String config) {
    return config.lines().filter(line -> line.contains("revision:")).findFirst().orElseThrow()
        + "\n";
  }

  private static String job(String name) {
    return """
    - job_name: %s
      scrape_interval: 1h
      metrics_path: /metrics
      relabel_configs:
        - source_labels: [__meta_label_app]
          regex: "[a-z]+-%s"
          target_label: app
          action: replace
      static_configs:
        - targets:
            - 127.0.0.1:9
          labels:
            team: %s
    """
        .formatted(name, name, name);
  }
}
