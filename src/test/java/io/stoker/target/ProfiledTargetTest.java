package io.stoker.target;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.stoker.testbed.BesideLyingServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(BesideLyingServer.class)
class ProfiledTargetTest {
  private static final String GAUGES =
      """
      alertmanager_config_hash 2.8147497671065e+14
      alertmanager_config_last_reload_success_timestamp_seconds 1.7956266678728e+09
      alertmanager_config_last_reload_successful 1
      process_start_time_seconds 1.79562666396e+09
      """;

  private final Set<String> requests = new ConcurrentSkipListSet<>();
  private HttpServer server;
  private int status = 200;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @CsvSource({
    "PROMETHEUS, GET /-/ready;GET /api/v1/rules;GET /api/v1/status/config;GET /api/v1/status/flags"
        + ";GET /api/v1/status/runtimeinfo;GET /metrics;POST /-/reload",
    "ALERTMANAGER, GET /-/ready;GET /metrics;POST /-/reload",
    "BLACKBOX, GET /metrics;POST /-/reload",
    "GENERIC, POST /-/reload"
  })
  void onlyWhatATargetHasIsAskedFor(TargetProfile profile, String expected) {
    var target = target(profile, profile.reloadPath());

    assertThat(target.readiness()).isEqualTo(new Readiness.Ready());
    assertThat(target.reload()).isEqualTo(new ReloadReply.Accepted());
    target.configStatus();
    target.runtimeInfo();
    target.servedConfigHash();
    target.servedConfig(body -> 0);
    target.rules(group -> {});
    target.flags();

    assertThat(String.join(";", requests)).isEqualTo(expected);
  }

  @Test
  void metricsTellOfRestartsReloadsAndTheFile() {
    var target = target(TargetProfile.ALERTMANAGER, "/-/reload");

    assertThat(target.runtimeInfo())
        .isEqualTo(
            new Answer.Given<>(new RuntimeInfo("1.79562666396E9", "1.7956266678728E9", true)));
    assertThat(target.servedConfigHash()).isEqualTo(new Answer.Given<>("281474976710650"));
    assertThat(target.flags()).isInstanceOf(Answer.Missing.class);
  }

  @Test
  void whatIsNotAskedForIsNotThere() {
    assertThat(target(TargetProfile.GENERIC, "/-/reload").configStatus())
        .isEqualTo(
            new Answer.Missing<ConfigStatus>(
                new CallFailure.NotThere("targets of the profile generic have none")));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204, 299})
  void anySuccessAtAnyPathMeansApplied(int answer) {
    status = answer;

    assertThat(target(TargetProfile.GENERIC, "/api/v2/reload?key=x").reload())
        .isEqualTo(new ReloadReply.Accepted());
    assertThat(requests).containsExactly("POST /api/v2/reload");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      requests.add(exchange.getRequestMethod() + " " + path);
      byte[] body = path.equals("/metrics") ? GAUGES.getBytes(UTF_8) : new byte[0];
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Target target(TargetProfile profile, String path) {
    var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    return new HttpTargets(Duration.ofSeconds(5))
        .target(new Endpoints(url, Optional.empty()), profile);
  }
}
