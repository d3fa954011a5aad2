package io.stoker.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.stoker.check.Expressions.Verdict;
import io.stoker.target.ApiAccess;
import io.stoker.testbed.Behaviour;
import io.stoker.testbed.LyingServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatQueryTest {
  private final List<String> requests = new ArrayList<>();
  private final Set<InetSocketAddress> connections = new HashSet<>();
  private HttpServer server;
  private int status = 200;
  private String body = "";

  private static final Duration LONGEST = Duration.ofMinutes(1);

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/prefix/api/v1/format_query",
        exchange -> {
          var sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          connections.add(exchange.getRemoteAddress());
          requests.add(sent + " " + exchange.getRequestHeaders().getFirst("Authorization"));
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void sendsTheExpressionAndTheCredentials() {
    assertThat(asked("u:p@").judge("a + b")).isEqualTo(new Verdict.Accepted());

    assertThat(requests).containsExactly("query=a+%2B+b Basic dTpw");
  }

  @Test
  void asksForTheCredentialsBeforeEachQuestion() {
    var now = new AtomicInteger();
    var api =
        new ApiAccess(
            root(), Optional.empty(), () -> Optional.of("Basic " + now.incrementAndGet()));
    var query = new FormatQuery(Optional.of(api), LONGEST);

    query.judge("a");
    query.judge("b");

    assertThat(requests).containsExactly("query=a Basic 1", "query=b Basic 2");
  }

  @Test
  void passesOnTheReasonOfARefusal() {
    status = 400;
    body =
        """
        {"status": "error", "error": "invalid parameter \\"query\\": 1:3: parse error: x"}
        """;

    assertThat(asked("").judge("up(")).isEqualTo(new Verdict.Refused("1:3: parse error: x"));
  }

  @Test
  void asksAllOverOneConnection() {
    var query = asked("");
    for (int i = 0; i < 20; i++) {
      status = i % 2 == 0 ? 200 : 400;
      body = "{\"status\": \"error\", \"error\": \"" + "x".repeat(5_000) + "\"}";
      assertThat(query.judge("up")).isNotEqualTo(new Verdict.Unjudged());
    }

    assertThat(requests).hasSize(20);
    assertThat(connections).hasSize(1);
  }

  @Test
  void isSilentAfterAnAnswerThatSaysNothing() {
    var query = asked("");
    status = 401;

    assertThat(query.judge("up")).isEqualTo(new Verdict.Unjudged());
    assertThat(query.judge("up")).isEqualTo(new Verdict.Unjudged());

    assertThat(requests).hasSize(1);
    assertThat(query.silence()).hasValueSatisfying(why -> assertThat(why).contains("status 401"));
  }

  @Test
  void isSilentWhereNobodyAnswers() {
    var query = asked("u:s3cret@");
    stop();

    assertThat(query.judge("up")).isEqualTo(new Verdict.Unjudged());
    assertThat(query.silence())
        .hasValueSatisfying(
            why ->
                assertThat(why).contains("127.0.0.1").doesNotContain("s3cret").doesNotContain("?"));
  }

  /** That of a server that wants TLS gets lost now and then, when it hangs up at once. */
  @Test
  void asksForHttpsWhereAnAnswerIsCutOff(@TempDir Path folder) throws IOException {
    Path config = Files.writeString(folder.resolve("prometheus.yml"), "");
    try (var prometheus = new LyingServer(config)) {
      prometheus.onOthers(new Behaviour.Reset());
      var url = URI.create(prometheus.url());
      var query = new FormatQuery(Optional.of(ApiAccess.at(url, Optional.empty())), LONGEST);

      assertThat(query.judge("up")).isEqualTo(new Verdict.Unjudged());
      assertThat(query.silence())
          .hasValueSatisfying(why -> assertThat(why).contains("does it want https:// instead?"));
    }
  }

  @Test
  void asksNobodyUnlessToldTo() {
    var query = new FormatQuery(Optional.empty(), LONGEST);

    assertThat(query.judge("up")).isEqualTo(new Verdict.Unjudged());
    assertThat(query.silence()).isEmpty();
  }

  private FormatQuery asked(String user) {
    var url = URI.create(root().toString().replace("://", "://" + user) + "/");
    return new FormatQuery(Optional.of(ApiAccess.at(url, Optional.empty())), LONGEST);
  }

  private URI root() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/prefix");
  }
}
