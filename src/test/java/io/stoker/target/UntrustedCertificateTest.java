package io.stoker.target;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.stoker.testbed.BesideLyingServer;
import io.stoker.testbed.SelfSigned;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS is verified by default. */
@QuarkusTest
@TestProfile(BesideLyingServer.class)
class UntrustedCertificateTest {
  @TempDir Path folder;
  private final AtomicInteger requests = new AtomicInteger();
  private HttpsServer server;

  @BeforeEach
  void start() throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server = HttpsServer.create(address, 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(SelfSigned.naming(folder, "IP:127.0.0.1").context()));
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
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
  void aTargetWithAnUnknownCertificateGetsNoRequest() {
    var target = target("https");

    assertThat(((ReloadReply.Failed) target.reload()).failure())
        .isInstanceOf(CallFailure.Untrusted.class)
        .extracting(CallFailure::reason)
        .asString()
        .startsWith("TLS failed: ");
    assertThat(((Readiness.Failed) target.readiness()).failure())
        .isInstanceOf(CallFailure.Untrusted.class);
    assertThat(((Answer.Missing<ConfigStatus>) target.configStatus()).failure())
        .isInstanceOf(CallFailure.Untrusted.class);
    assertThat(requests).hasValue(0);
  }

  @Test
  void plainHttpToItIsAFailureNotABug() {
    assertThat(target("http").reload()).isInstanceOf(ReloadReply.Failed.class);
  }

  private Target target(String scheme) {
    var url = scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/-/reload";
    return new HttpTargets(Duration.ofSeconds(5))
        .target(new Endpoints(URI.create(url), Optional.empty()), TargetProfile.PROMETHEUS);
  }
}
