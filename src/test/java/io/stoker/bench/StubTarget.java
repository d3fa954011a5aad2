package io.stoker.bench;

import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** As much of Prometheus as the watcher asks for, on a port of its own, at little cost. */
final class StubTarget implements FedTarget {
  private final Instant started = Instant.now();
  private final AtomicInteger reloads = new AtomicInteger();
  private final HttpServer server;
  private volatile String held = "";
  private volatile Loaded loaded = new Loaded("", started, 0);

  /**
   * What runs.
   *
   * @param at of the last reload
   * @param firstNanos {@link System#nanoTime} when the reload arrived that first brought this
   *     content
   */
  private record Loaded(String config, Instant at, long firstNanos) {}

  StubTarget(HttpServer server) {
    this.server = server.requestHandler(this::answer);
  }

  /** Whether it could take this port, and listens now. */
  boolean listens(int port, String address) {
    return server
        .listen(port, address)
        .map(true)
        .otherwise(false)
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  /** {@link System#nanoTime} when the reload arrived that first brought what runs now. */
  long arrivalNanos() {
    return loaded.firstNanos();
  }

  @Override
  public int port() {
    return server.actualPort();
  }

  @Override
  public void hold(String config) {
    held = config;
  }

  @Override
  public boolean runs(String config) {
    return loaded.config().equals(config);
  }

  @Override
  public int reloads() {
    return reloads.get();
  }

  @Override
  public void close() {
    server.close();
  }

  private void answer(HttpServerRequest request) {
    switch (request.path()) {
      case "/-/reload" -> {
        reload();
        request.response().end();
      }
      case "/-/ready" -> request.response().end("Prometheus Server is Ready.\n");
      case "/metrics" -> request.response().end(metrics());
      case "/api/v1/status/runtimeinfo" -> data(request, runtimeInfo());
      case "/api/v1/status/flags" ->
          data(request, "{\"config.file\":\"/etc/prometheus/prometheus.yml\"}");
      case "/api/v1/status/config" -> data(request, yaml());
      case "/api/v1/rules" -> data(request, "{\"groups\":[]}");
      default -> request.response().setStatusCode(404).end();
    }
  }

  private void reload() {
    long now = System.nanoTime();
    String config = held;
    Loaded before = loaded;
    long first = before.config().equals(config) ? before.firstNanos() : now;
    loaded = new Loaded(config, Instant.now(), first);
    reloads.incrementAndGet();
  }

  private String metrics() {
    return """
        # TYPE prometheus_config_last_reload_success_timestamp_seconds gauge
        prometheus_config_last_reload_success_timestamp_seconds %s
        # TYPE prometheus_config_last_reload_successful gauge
        prometheus_config_last_reload_successful 1
        # TYPE process_start_time_seconds gauge
        process_start_time_seconds %s
        """
        .formatted(seconds(loaded.at()), seconds(started));
  }

  private String runtimeInfo() {
    return "{\"startTime\":\"%s\",\"reloadConfigSuccess\":true,\"lastConfigTime\":\"%s\"}"
        .formatted(started, loaded.at().truncatedTo(ChronoUnit.SECONDS));
  }

  private String yaml() {
    return new JsonObject().put("yaml", loaded.config()).encode();
  }

  private static void data(HttpServerRequest request, String data) {
    request
        .response()
        .putHeader("Content-Type", "application/json")
        .end("{\"status\":\"success\",\"data\":" + data + "}");
  }

  private static String seconds(Instant instant) {
    return "%d.%09d".formatted(instant.getEpochSecond(), instant.getNano());
  }
}
