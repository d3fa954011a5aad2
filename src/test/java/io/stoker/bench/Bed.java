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

/** A Prometheus with its config in a volume, and its rule files in a folder of their own. */
record Bed(Path folder, KubeletVolume volume, RuleFiles rules, PrometheusProcess prometheus)
    implements AutoCloseable {
  private static final String CONFIG = "prometheus.yml";

  /** Makes one in a new folder within the given one. */
  static Bed make(Path parent, BiFunction<Path, Integer, RuleFiles> layout, int files) {
    var folder = newFolder(parent);
    var rules = layout.apply(folder.resolve("rules"), files);
    var volume =
        KubeletVolume.create(
            folder.resolve("config"), Map.of(CONFIG, config(rules.folder(), marker(0))));
    var prometheus =
        PrometheusSetup.of(Tool.prometheus(), folder.resolve("prometheus"), volume.path(CONFIG))
            .start()
            .awaitReady();
    return new Bed(folder, volume, rules, prometheus);
  }

  Path configFile() {
    return volume.path(CONFIG);
  }

  /** Returns the moment from which the volume holds the new config. */
  Instant swap(int number) {
    return volume.put(CONFIG, config(rules.folder(), marker(number)));
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
  private static String config(Path rules, String marker) {
    return """
        global:
          scrape_interval: 15s
          evaluation_interval: 1h
          external_labels: {bench: %s}
        rule_files: ["%s/*.yml"]
        """
        .formatted(marker, rules);
  }
}
