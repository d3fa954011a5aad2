package io.stoker.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the other tests take for granted about a real Prometheus. */
class PrometheusProcessIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"PROMETHEUS_3", "PROMETHEUS_2"})
  void itReloadsCountsAndComesBackOnTheSamePort(Tool tool) throws IOException {
    var config = config("first.yml", "1m");
    var setup = PrometheusSetup.of(tool.executable(), folder.resolve("p"), config);
    try (var prometheus = setup.withRoutePrefix("/prom").start().awaitReady()) {
      var client = prometheus.client();
      assertThat(prometheus.reloads()).isZero();
      config("first.yml", "2m");

      assertThat(Http.post(prometheus.reloadUrl(), PATIENCE).status()).isEqualTo(200);

      assertThat(prometheus.reloads()).isEqualTo(1);
      assertThat(client.reloadRequests()).isEqualTo(1);
      assertThat(client.lastReloadSuccessful()).isTrue();
      assertThat(client.servedConfig()).contains("scrape_interval: 2m");

      config("first.yml", "nonsense");
      assertThat(Http.post(prometheus.reloadUrl(), PATIENCE).status()).isEqualTo(500);
      assertThat(prometheus.reloads()).isEqualTo(1);
      assertThat(prometheus.reloadAttempts()).isEqualTo(2);
      assertThat(client.lastReloadSuccessful()).isFalse();

      var firstStart = client.startTime();
      prometheus.pause();
      prometheus.kill();
      prometheus.start(config("second.yml", "3m"));
      prometheus.awaitReady();

      assertThat(prometheus.client().startTime()).isAfter(firstStart);
      assertThat(prometheus.client().servedConfig()).contains("scrape_interval: 3m");
      await().atMost(PATIENCE).until(() -> prometheus.reloads() == 0);
      assertThat(prometheus.stop()).isZero();
    }
  }

  private Path config(String name, String interval) throws IOException {
    return Files.writeString(
        folder.resolve(name), "global:\n  scrape_interval: %s\n".formatted(interval));
  }
}
