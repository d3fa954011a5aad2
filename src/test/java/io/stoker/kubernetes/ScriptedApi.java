package io.stoker.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * An API server that gives the answers it was told to, one after the other, for what a real one
 * seldom does.
 */
final class ScriptedApi implements AutoCloseable {
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final HttpServer server;
  private final KubernetesClient client;

  private record Answer(int code, String body) {}

  ScriptedApi() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
    client =
        new KubernetesClientBuilder()
            .withConfig(
                new ConfigBuilder(Config.empty())
                    .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
                    .withRequestRetryBackoffLimit(0)
                    .build())
            .build();
  }

  KubernetesClient client() {
    return client;
  }

  /** With apostrophes for quotes. */
  ScriptedApi then(int code, String body) {
    answers.add(new Answer(code, body.replace('\'', '"')));
    return this;
  }

  /** The paths with their queries, in order. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    client.close();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestURI().toString());
    Answer next = answers.poll();
    byte[] body = next == null ? new byte[0] : next.body().getBytes(UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(next == null ? 500 : next.code(), body.length == 0 ? -1 : 0);
      exchange.getResponseBody().write(body);
    }
  }
}
