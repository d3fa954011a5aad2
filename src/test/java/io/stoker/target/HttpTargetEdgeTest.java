package io.stoker.target;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.stoker.testbed.BesideLyingServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Long answers, answers in drops, credentials and certificates. */
@QuarkusTest
@TestProfile(BesideLyingServer.class)
class HttpTargetEdgeTest {
  private static final int MANY = 400_000;

  @TempDir Path folder;
  private final CountDownLatch end = new CountDownLatch(1);
  private final CountDownLatch gone = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
    threads.close();
  }

  @Test
  void credentialsAreSentAndNeverNamed() {
    var seen = new String[1];
    server.createContext(
        "/",
        exchange -> {
          seen[0] = exchange.getRequestHeaders().getFirst("Authorization");
          answer(exchange, 401, "Unauthorized");
        });
    var target = target("stoker:hunter2@");

    var reply = target.reload();

    assertThat(seen[0]).isEqualTo("Basic c3Rva2VyOmh1bnRlcjI=");
    assertThat(target.name() + reply).doesNotContain("hunter2");
    seen[0] = null;
    target.configStatus();
    assertThat(seen[0]).isEqualTo("Basic c3Rva2VyOmh1bnRlcjI=");
  }

  @Test
  void metricsOfManyMegabytesAreReadAsTheyCome() {
    server.createContext(
        "/metrics",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (var out = new BufferedOutputStream(exchange.getResponseBody())) {
            for (int i = 0; i < MANY; i++) {
              out.write("some_metric_with_a_long_name{label=\"value\"} 1\n".getBytes(UTF_8));
            }
            out.write("x_config_last_reload_successful 1\n".getBytes(UTF_8));
            out.write("x_config_last_reload_success_timestamp_seconds 5\n".getBytes(UTF_8));
          }
        });

    assertThat(target("").configStatus())
        .isEqualTo(new Answer.Given<>(new ConfigStatus(true, 5, 0)));
  }

  @Test
  void whatComesCompressedIsTheSame() {
    var text =
        "x_config_last_reload_successful 1\nx_config_last_reload_success_timestamp_seconds 5\n";
    server.createContext(
        "/metrics",
        exchange -> {
          assertThat(exchange.getRequestHeaders().getFirst("Accept-Encoding")).isEqualTo("gzip");
          exchange.getResponseHeaders().add("Content-Encoding", "gzip");
          exchange.sendResponseHeaders(200, 0);
          try (var out = new GZIPOutputStream(exchange.getResponseBody())) {
            out.write(text.getBytes(UTF_8));
          }
        });

    assertThat(target("").configStatus())
        .isEqualTo(new Answer.Given<>(new ConfigStatus(true, 5, 0)));
  }

  @Test
  void aServedConfigOfManyMegabytesIsHashed() {
    server.createContext(
        "/api/v1/status/config", exchange -> answer(exchange, 200, "x".repeat(20_000_000)));

    assertThat(((Answer.Given<String>) target("").servedConfigHash()).value())
        .matches("[0-9a-f]{64}");
  }

  @Test
  @Timeout(60)
  void anAnswerThatStopsHalfwayEnds() {
    server.createContext(
        "/metrics",
        exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write('x');
          exchange.getResponseBody().flush();
          awaitEnd();
        });

    assertThat(target("").configStatus()).isInstanceOf(Answer.Missing.class);
  }

  @Test
  @Timeout(60)
  void anAnswerThatComesInDropsForEverEnds() throws InterruptedException {
    server.createContext("/", this::drip);
    var target = target("");

    assertThat(target.configStatus())
        .isEqualTo(new Answer.Missing<ConfigStatus>(new CallFailure.TimedOut("no answer in time")));
    assertThat(gone.await(20, TimeUnit.SECONDS)).as("the connection is given up").isTrue();
  }

  @Test
  @Timeout(60)
  void aReloadWhoseAnswerComesInDropsForEverEnds() throws InterruptedException {
    server.createContext("/", this::drip);

    assertThat(target("").reload())
        .isEqualTo(new ReloadReply.Failed(new CallFailure.TimedOut("no answer in time")));
    assertThat(gone.await(20, TimeUnit.SECONDS)).as("the connection is given up").isTrue();
  }

  private void drip(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (var out = exchange.getResponseBody()) {
      do {
        out.write('x');
        out.flush();
      } while (!end.await(100, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      gone.countDown();
    }
  }

  private void awaitEnd() throws IOException {
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private Target target(String userInfo) {
    var url = "http://" + userInfo + "127.0.0.1:" + server.getAddress().getPort() + "/-/reload";
    return new HttpTargets(Duration.ofSeconds(2))
        .target(new Endpoints(URI.create(url), Optional.empty()), TargetProfile.PROMETHEUS);
  }
}
