package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.testbed.KubeletVolume;
import io.stoker.testbed.LyingServer;
import io.stoker.testbed.StokerProcess;
import io.stoker.testbed.StokerSetup;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Probes, status and metrics. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpFaceIT {
  /** Names and types of prometheus-config-reloader v0.93.0. */
  private static final Map<String, String> RELOADER =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("reloader_reloads_total", "counter"),
              Map.entry("reloader_reloads_failed_total", "counter"),
              Map.entry("reloader_last_reload_successful", "gauge"),
              Map.entry("reloader_last_reload_success_timestamp_seconds", "gauge"),
              Map.entry("reloader_config_apply_operations_total", "counter"),
              Map.entry("reloader_config_apply_operations_failed_total", "counter"),
              Map.entry("reloader_config_environment_variable_expansion_errors", "gauge"),
              Map.entry("reloader_info", "gauge"),
              Map.entry("reloader_watches", "gauge"),
              Map.entry("reloader_watch_events_total", "counter"),
              Map.entry("reloader_watch_errors_total", "counter"),
              Map.entry("prometheus_config_reloader_build_info", "gauge")));

  private LyingServer server;
  private StokerProcess stoker;

  @BeforeAll
  void start(@TempDir Path folder) {
    var volume = KubeletVolume.create(folder.resolve("config"), Map.of(MAIN, Texts.main("start")));
    server = new LyingServer(volume.path(MAIN));
    server.close();
    stoker =
        StokerSetup.in(folder.resolve("stoker"))
            .with("--config-file=" + volume.path(MAIN), "--reload-url=" + server.reloadUrl())
            .with("--watched-dir=" + volume.folder())
            .start();
    stoker.awaitState("unreachable");
    assertThat(stoker.get("/readyz").status()).isEqualTo(503);
    assertThat(stoker.get("/readyz").body()).contains(server.reloadUrl() + ": unreachable: ");
    server.open();
    stoker.awaitState("in-sync");
  }

  @AfterAll
  void stop() {
    stoker.close();
    server.close();
  }

  @Test
  void answersHealthzAsThePrometheusConfigReloaderDoes() {
    assertThat(stoker.get("/healthz").status()).isEqualTo(200);
    assertThat(stoker.get("/healthz").body()).isEqualTo("{\"status\":\"up\"}");
  }

  @Test
  void isAliveAndIsReadyOnceProven() {
    assertThat(stoker.get("/livez").status()).isEqualTo(200);
    assertThat(stoker.get("/readyz").status()).isEqualTo(200);
  }

  @Test
  void servesStatusAndSingleReloads() {
    var status = stoker.get("/api/v1/status").json();
    assertThat(status.path("version").asText()).isNotBlank();
    assertThat(status.path("targets").path(0).path("target").asText())
        .isEqualTo(server.reloadUrl());

    var newest = stoker.reloads().getFirst();
    var one = stoker.get("/api/v1/reloads/" + newest.id());
    assertThat(one.json().path("outcome").asText()).isEqualTo("proven");
    assertThat(stoker.get("/api/v1/reloads/999999").status()).isEqualTo(404);
  }

  @Test
  void hasTheReloaderMetricsWithTheirNamesAndTypes() {
    var metrics = stoker.metrics();
    var types = new TreeMap<String, String>();
    metrics
        .text()
        .lines()
        .filter(line -> line.startsWith("# TYPE "))
        .map(line -> line.split(" "))
        .forEach(words -> types.put(words[2], words[3]));

    for (var metric : RELOADER.entrySet()) {
      assertThat(types).containsEntry(family(metric.getKey()), metric.getValue());
      assertThat(metrics.text().lines())
          .as(metric.getKey())
          .anyMatch(line -> line.matches(metric.getKey() + "[ {].*"));
    }
    assertThat(types.keySet()).noneMatch(name -> name.startsWith("jvm_"));
  }

  @Test
  void countsInTheReloaderMetricsWhatHappened() {
    var metrics = stoker.metrics();
    assertThat(metrics.value("reloader_last_reload_successful")).hasValue(1);
    assertThat(metrics.sum("reloader_last_reload_success_timestamp_seconds"))
        .isBetween(1.7e9, 1e10);
    assertThat(metrics.sum("reloader_reloads_total")).isPositive();
    assertThat(metrics.sum("reloader_watches")).isPositive();
    assertThat(metrics.sum("reloader_info", "method=\"http\"")).isEqualTo(1);
    assertThat(metrics.sum("stoker_target_state", "state=\"in-sync\"")).isEqualTo(1);
    assertThat(metrics.sum("stoker_target_state")).isEqualTo(1);
    assertThat(metrics.sum("stoker_proven_timestamp_seconds")).isBetween(1.7e9, 1e10);
  }

  /** OpenMetrics, which it answers unless asked for less, names a counter's type without suffix. */
  private static String family(String name) {
    return name.replaceAll("_total$", "");
  }
}
