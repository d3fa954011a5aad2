package io.stoker.testbed;

import static java.time.temporal.ChronoUnit.SECONDS;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.stoker.testbed.Behaviour.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** As much of Prometheus as its reload needs: a config in memory, and what it tells about it. */
final class PretendedPrometheus {
  private final Path configFile;
  private String config = "";
  private Instant started;
  private Instant loaded = Instant.EPOCH;
  private boolean successful;

  PretendedPrometheus(Path configFile) {
    this.configFile = configFile;
    restart();
  }

  synchronized void restart() {
    started = Instant.now();
    reload();
  }

  synchronized Answer reload() {
    try {
      config = Files.readString(configFile);
      loaded = Instant.now();
      successful = true;
      return new Answer(200, "");
    } catch (IOException e) {
      return refuse(e.toString());
    }
  }

  synchronized Answer refuse(String reason) {
    successful = false;
    return new Answer(500, "failed to reload config: " + reason + "\n");
  }

  synchronized String config() {
    return config;
  }

  synchronized Answer answer(String path) {
    return switch (path) {
      case "/-/ready" -> new Answer(200, "Prometheus Server is Ready.\n");
      case "/-/healthy" -> new Answer(200, "Prometheus Server is Healthy.\n");
      case "/metrics" -> new Answer(200, metrics());
      case "/api/v1/status/runtimeinfo" ->
          data(
              Map.of(
                  "startTime", started.toString(),
                  "reloadConfigSuccess", successful,
                  "lastConfigTime", loaded.truncatedTo(SECONDS).toString()));
      case "/api/v1/status/flags" -> data(Map.of("config.file", configFile.toString()));
      case "/api/v1/status/config" -> data(Map.of("yaml", config));
      default -> new Answer(404, "404 page not found\n");
    };
  }

  private String metrics() {
    return """
        # TYPE prometheus_config_last_reload_successful gauge
        prometheus_config_last_reload_successful %d
        # TYPE prometheus_config_last_reload_success_timestamp_seconds gauge
        prometheus_config_last_reload_success_timestamp_seconds %s
        # TYPE process_start_time_seconds gauge
        process_start_time_seconds %s
        """
        .formatted(successful ? 1 : 0, seconds(loaded), seconds(started));
  }

  private static String seconds(Instant instant) {
    return "%d.%09d".formatted(instant.getEpochSecond(), instant.getNano());
  }

  private static Answer data(Map<String, Object> data) {
    try {
      return new Answer(
          200, Http.JSON.writeValueAsString(Map.of("status", "success", "data", data)));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
