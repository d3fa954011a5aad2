package io.stoker.target;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.stoker.testbed.BesideLyingServer;
import io.stoker.testbed.SelfSigned;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIServerName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whose certificate is that of a target which is reached at its address. */
@QuarkusTest
@TestProfile(BesideLyingServer.class)
@Timeout(120)
class NamedTlsTest {
  private static final String NAME = "prometheus.monitoring.svc";

  @TempDir Path folder;
  private final AtomicInteger requests = new AtomicInteger();
  private final List<String> namesAskedFor = new CopyOnWriteArrayList<>();

  /** When the whole handshakes took place; what is resumed keeps the time. */
  private final Set<Long> handshakes = ConcurrentHashMap.newKeySet();

  private HttpsServer server;

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void oneThatNamesTheServiceIsTheTargets() throws IOException {
    HttpTargets targets = trusting(serve("DNS:" + NAME));

    assertThat(target(targets, NAME).reload()).isEqualTo(new ReloadReply.Accepted());
    assertThat(namesAskedFor).containsExactly(NAME);
  }

  @Test
  void oneThatNamesAllServicesOfTheNamespaceIsTheTargets() throws IOException {
    HttpTargets targets = trusting(serve("DNS:*.monitoring.svc"));

    assertThat(target(targets, NAME).reload()).isEqualTo(new ReloadReply.Accepted());
  }

  @Test
  void oneThatNamesTheAddressIsTheTargets() throws IOException {
    HttpTargets targets = trusting(serve("IP:127.0.0.1"));

    assertThat(target(targets, NAME).reload()).isEqualTo(new ReloadReply.Accepted());
  }

  @Test
  void oneThatNamesAnotherGetsNoRequest() throws IOException {
    HttpTargets targets = trusting(serve("DNS:prometheus.staging.svc,IP:127.0.0.2"));

    assertUntrusted(target(targets, NAME));
    assertThat(requests).hasValue(0);
  }

  @Test
  void oneOfAnotherAuthorityGetsNoRequest() throws IOException {
    serve("DNS:" + NAME);
    Path other = Files.createDirectory(folder.resolve("other"));

    assertUntrusted(target(trusting(SelfSigned.naming(other, "DNS:" + NAME)), NAME));
    assertUntrusted(target(HttpTargets.ofMany(Duration.ofSeconds(5), Optional.empty()), NAME));
    assertThat(requests).hasValue(0);
  }

  /** A resumed session is not verified again. */
  @Test
  void whatWasTrustedUnderOneNameIsNotTrustedUnderAnother() throws IOException {
    HttpTargets targets = trusting(serve("DNS:" + NAME));

    assertThat(target(targets, NAME).reload()).isEqualTo(new ReloadReply.Accepted());
    assertUntrusted(target(targets, "prometheus.staging.svc"));
  }

  @Test
  void theNextConnectionResumesTheSession() throws IOException {
    HttpTargets targets = trusting(serve("DNS:" + NAME));
    Target target = target(targets, NAME);

    for (int i = 0; i < 5; i++) {
      assertThat(target.readiness()).isEqualTo(new Readiness.Ready());
      assertThat(target.reload()).isEqualTo(new ReloadReply.Accepted());
    }

    assertThat(requests).hasValue(10);
    assertThat(handshakes).hasSize(1);
  }

  private void assertUntrusted(Target target) {
    assertThat(target.reload())
        .isInstanceOfSatisfying(
            ReloadReply.Failed.class,
            failed -> assertThat(failed.failure()).isInstanceOf(CallFailure.Untrusted.class));
  }

  private SelfSigned serve(String names) throws IOException {
    var certificate = SelfSigned.naming(folder, names);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          var session = (ExtendedSSLSession) ((HttpsExchange) exchange).getSSLSession();
          session.getRequestedServerNames().stream()
              .map(SNIServerName::getEncoded)
              .map(String::new)
              .forEach(namesAskedFor::add);
          handshakes.add(session.getCreationTime());
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    return certificate;
  }

  private static HttpTargets trusting(SelfSigned certificate) {
    return HttpTargets.ofMany(Duration.ofSeconds(5), Optional.of(certificate.authority()));
  }

  private Target target(HttpTargets targets, String name) {
    var reload = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/-/reload");
    return targets.target(
        new Endpoints(
            reload.toString(),
            new ReloadUrlAdvice(),
            new Endpoints.Identity(Optional.of(name), Optional::empty)),
        TargetProfile.PROMETHEUS);
  }
}
