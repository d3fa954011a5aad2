package io.stoker.target;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.stoker.testbed.Behaviour;
import io.stoker.testbed.BesideLyingServer;
import io.stoker.testbed.LyingServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What one target does to another with the same clients: nothing. */
@QuarkusTest
@TestProfile(BesideLyingServer.class)
@Timeout(120)
class SharedClientsTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(4);
  private static final Duration DROP_EVERY = Duration.ofMillis(100);

  /** Late enough that a call which begins now is in flight when the dripping one is given up. */
  private static final int HALF_THE_TIMEOUT = 30;

  @TempDir Path folder;
  private final CountDownLatch drops = new CountDownLatch(HALF_THE_TIMEOUT);
  private final CountDownLatch end = new CountDownLatch(1);
  private final CountDownLatch gone = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpTargets targets = HttpTargets.ofMany(TIMEOUT, Optional.empty());
  private HttpServer dripping;
  private LyingServer server;

  @BeforeEach
  void start() throws IOException {
    server = new LyingServer(Files.writeString(folder.resolve("p.yml"), "a: 1"));
    dripping = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    dripping.setExecutor(threads);
    dripping.createContext("/", this::drip);
    dripping.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.close();
    dripping.stop(0);
    threads.close();
  }

  @Test
  void aReloadInFlightOutlivesAnothersAnswerInDrops() throws InterruptedException {
    var bad = target("http://127.0.0.1:" + dripping.getAddress().getPort() + "/-/reload");
    var good = target(server.reloadUrl());
    server.onReload(new Behaviour.Hang());

    var late = CompletableFuture.supplyAsync(bad::reload, threads);
    assertThat(drops.await(60, TimeUnit.SECONDS)).isTrue();
    var applied = CompletableFuture.supplyAsync(good::reload, threads);
    assertThat(late.join())
        .isEqualTo(new ReloadReply.Failed(new CallFailure.TimedOut("no answer in time")));
    server.behave();

    assertThat(applied.join()).isEqualTo(new ReloadReply.Accepted());
    assertThat(server.requests().total()).isEqualTo(1);
    assertThat(gone.await(60, TimeUnit.SECONDS)).as("the connection is given up").isTrue();
  }

  @Test
  void aTargetAnswersWhileAnotherHangs() {
    server.onReload(new Behaviour.Hang());
    server.onOthers(new Behaviour.Hang());
    var hanging = target(server.reloadUrl());
    try (var other = new LyingServer(folder.resolve("p.yml"))) {
      var late = CompletableFuture.supplyAsync(hanging::reload, threads);
      var question = CompletableFuture.supplyAsync(hanging::configStatus, threads);
      var good = target(other.reloadUrl());

      assertThat(good.reload()).isEqualTo(new ReloadReply.Accepted());
      assertThat(good.configStatus()).isInstanceOf(Answer.Given.class);
      assertThat(late.join()).isInstanceOf(ReloadReply.Failed.class);
      assertThat(question.join()).isInstanceOf(Answer.Missing.class);
      assertThat(good.configStatus()).isInstanceOf(Answer.Given.class);
    }
  }

  private void drip(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (var out = exchange.getResponseBody()) {
      do {
        out.write("x".getBytes(UTF_8));
        out.flush();
        drops.countDown();
      } while (!end.await(DROP_EVERY.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      gone.countDown();
    }
  }

  private Target target(String url) {
    return targets.target(
        new Endpoints(URI.create(url), Optional.empty()), TargetProfile.PROMETHEUS);
  }
}
