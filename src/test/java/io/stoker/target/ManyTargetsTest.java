package io.stoker.target;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.stoker.testbed.BesideLyingServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections of a watcher of many targets. */
@QuarkusTest
@TestProfile(BesideLyingServer.class)
@Timeout(120)
class ManyTargetsTest {
  private final Set<InetSocketAddress> connections = ConcurrentHashMap.newKeySet();
  private final List<String> wishes = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          connections.add(exchange.getRemoteAddress());
          wishes.addAll(
              exchange.getRequestHeaders().getOrDefault("Connection", Collections.emptyList()));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void noneIsKeptWhereEachTargetWouldCostOne() {
    ask(HttpTargets.ofMany(Duration.ofSeconds(5), Optional.empty()));

    assertThat(connections).hasSize(2);
    assertThat(wishes).containsExactly("close", "close");
  }

  @Test
  void oneIsKeptForTheOnlyTarget() {
    ask(new HttpTargets(Duration.ofSeconds(5)));

    assertThat(connections).hasSize(1);
  }

  private void ask(HttpTargets targets) {
    URI reload = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/-/reload");
    Target target =
        targets.target(new Endpoints(reload, Optional.empty()), TargetProfile.PROMETHEUS);
    assertThat(target.readiness()).isEqualTo(new Readiness.Ready());
    assertThat(target.readiness()).isEqualTo(new Readiness.Ready());
  }
}
