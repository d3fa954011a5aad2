package io.stoker.report;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.stoker.testbed.BesideLyingServer;
import io.stoker.testbed.MetricText;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alerts and dashboards made for prometheus-config-reloader v0.93.0 have to go on working. */
@QuarkusTest
@TestProfile(BesideLyingServer.class)
class MetricsEndpointTest {
  private static final Map<String, String> TAKEN_OVER =
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
          Map.entry("prometheus_config_reloader_build_info", "gauge"));

  private String text;

  @BeforeEach
  void scrape() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> when().get("/readyz").then().statusCode(200));
    text = given().accept("text/plain; version=0.0.4").get("/metrics").asString();
  }

  @Test
  void theFamiliesTakenOverHaveTheirNamesAndTypes() {
    assertThat(types()).containsAllEntriesOf(TAKEN_OVER);
  }

  @Test
  void everyFamilyIsStokersOwnOrTakenOver() {
    assertThat(types().keySet())
        .allMatch(name -> name.startsWith("stoker_") || TAKEN_OVER.containsKey(name))
        .anyMatch(name -> name.startsWith("stoker_"));
  }

  @Test
  void aProvenReloadShows() {
    var metrics = new MetricText(text);

    assertThat(metrics.value("reloader_last_reload_successful")).hasValue(1);
    assertThat(metrics.sum("reloader_reloads_total")).isPositive();
    assertThat(metrics.sum("reloader_last_reload_success_timestamp_seconds")).isGreaterThan(1e9);
    assertThat(metrics.sum("reloader_info", "method=\"http\"")).isEqualTo(1);
    assertThat(metrics.sum("reloader_watches")).isEqualTo(1);
    assertThat(metrics.sum("prometheus_config_reloader_build_info", "version=")).isEqualTo(1);
    assertThat(metrics.sum("stoker_target_state", "state=\"in-sync\"")).isEqualTo(1);
    assertThat(metrics.sum("stoker_target_state")).isEqualTo(1);
  }

  private Map<String, String> types() {
    return text.lines()
        .filter(line -> line.startsWith("# TYPE "))
        .map(line -> line.split(" "))
        .collect(Collectors.toMap(words -> words[2], words -> words[3]));
  }
}
