package io.stoker.target;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.stoker.testbed.BesideLyingServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is taken for the leader's answer, and what it is asked. */
@QuarkusTest
@TestProfile(BesideLyingServer.class)
@Timeout(120)
class ReplicaClientTest {
  private static final String LEADER = "stoker-watch-0_1";
  private static final String BODY = "{\"targets\": []}";

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch end = new CountDownLatch(1);
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final ReplicaClient client = new ReplicaClient();
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
  void passesOnWhatTheLeaderAnswersToTheSameQuestion() {
    serve(exchange -> answer(exchange, 200, LEADER, BODY));
    String request = "/api/v1/status?state=in-sync&source=a%2Fb%26c&x=%7B1%7D&y=%25";

    assertThat(ask(request))
        .isInstanceOfSatisfying(
            Answer.Given.class,
            given -> assertThat((byte[]) given.value()).asString().isEqualTo(BODY));
    assertThat(asked).containsExactly("GET %s %s null".formatted(request, LEADER));
  }

  @Test
  void whoeverElseHasItsAddressByNowIsNotTakenForTheLeader() {
    serve(exchange -> answer(exchange, 200, "", BODY));

    assertThat(failure()).isEqualTo("it is somebody else who answers there");
  }

  @Test
  void redirectsAreNotFollowed() {
    serve(
        exchange -> {
          exchange.getResponseHeaders().set("Location", root() + "/elsewhere");
          answer(exchange, 302, LEADER, BODY);
        });

    assertThat(failure()).isEqualTo("HTTP 302");
    assertThat(asked).hasSize(1);
  }

  @Test
  void oneThatDoesNotLeadAnyMoreRefuses() {
    serve(exchange -> answer(exchange, 421, LEADER, ""));

    assertThat(failure()).isEqualTo("HTTP 421");
  }

  @Test
  void anAnswerThatDoesNotComeIsNotWaitedForNorOneThatDoesNotEnd() {
    serve(
        exchange -> {
          awaitEnd();
          exchange.close();
        });
    assertThat(failure()).isEqualTo("no answer in time");

    server.removeContext("/");
    serve(
        exchange -> {
          exchange.getResponseHeaders().set(ReplicaClient.LEADER, LEADER);
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          awaitEnd();
        });
    assertThat(failure()).isEqualTo("no answer in time");
  }

  @Test
  void anAnswerOfAnyLengthIsNotHeldInMemory() {
    serve(exchange -> answer(exchange, 200, LEADER, "x".repeat(5 << 20)));

    assertThat(failure()).isEqualTo("its answer is longer than 4 MiB; ask with a smaller limit");
  }

  @Test
  void aLeaderThatIsGoneIsTold() {
    server.stop(0);

    assertThat(failure()).contains("refused");
  }

  private String failure() {
    return ((Answer.Missing<byte[]>) ask("/api/v1/status")).failure().reason();
  }

  private Answer<byte[]> ask(String request) {
    return client.ask(URI.create(root()), LEADER, request);
  }

  private String root() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void serve(HttpHandler handler) {
    server.createContext(
        "/",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          asked.add(
              "%s %s %s %s"
                  .formatted(
                      exchange.getRequestMethod(),
                      exchange.getRequestURI(),
                      headers.getFirst("Stoker-Leader"),
                      headers.getFirst("Authorization")));
          handler.handle(exchange);
        });
  }

  private static void answer(HttpExchange exchange, int status, String leader, String body)
      throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set(ReplicaClient.LEADER, leader);
      exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.length());
      exchange.getResponseBody().write(body.getBytes(UTF_8));
    }
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
