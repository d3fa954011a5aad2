package io.stoker.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Serves a few metrics in Traefik's place, where there is no Traefik. A process of its own, so that
 * it can outlive the demo as the others do.
 */
final class MetricsStandIn {
  private MetricsStandIn() {}

  static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(arguments[0]);
    var started = Instant.now();
    var scrapes = new AtomicLong();
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(
        "/metrics",
        exchange -> {
          var body = metrics(started, scrapes.incrementAndGet()).getBytes(UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  private static String metrics(Instant started, long scrapes) {
    return """
        # TYPE traefik_config_reloads_total counter
        traefik_config_reloads_total 1
        # TYPE traefik_config_last_reload_success gauge
        traefik_config_last_reload_success %d
        # TYPE traefik_entrypoint_requests_total counter
        traefik_entrypoint_requests_total{code="200",entrypoint="metrics",method="GET"} %d
        """
        .formatted(started.getEpochSecond(), scrapes);
  }
}
