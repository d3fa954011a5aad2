package io.stoker.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
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
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** As {@link NamedTlsTest} has it of Vert.x: whose certificate is that of a target. */
@Timeout(120)
class NamedSocketsTest {
  private static final String NAME = "prometheus.monitoring.svc";
  private static final int PATIENCE = (int) Duration.ofSeconds(30).toMillis();

  @TempDir Path folder;

  /** One for each request. */
  private final List<String> namesAskedFor = new CopyOnWriteArrayList<>();

  private final Set<InetSocketAddress> connections = ConcurrentHashMap.newKeySet();
  private HttpsServer server;

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void oneThatNamesTheServiceIsTheTargets() throws IOException {
    assertThat(get(trusting(serve("DNS:" + NAME)))).isEqualTo(200);

    assertThat(namesAskedFor).containsExactly(NAME);
  }

  @Test
  void oneThatNamesTheAddressIsTheTargets() throws IOException {
    assertThat(get(trusting(serve("IP:127.0.0.1")))).isEqualTo(200);
  }

  @Test
  void oneThatNamesAnotherGetsNoRequest() throws IOException {
    assertUntrusted(trusting(serve("DNS:prometheus.staging.svc,IP:127.0.0.2")));
  }

  /** So the check takes place in the handshake, before anything is sent. */
  @Test
  void noHostnameVerifierCanTrustOneThatNamesAnother() throws IOException {
    HttpsURLConnection connection = connection(trusting(serve("DNS:prometheus.staging.svc")));
    connection.setHostnameVerifier((host, session) -> true);

    assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(connection::getResponseCode);
    assertThat(namesAskedFor).isEmpty();
  }

  @Test
  void oneOfAnotherAuthorityGetsNoRequest() throws IOException {
    serve("DNS:" + NAME);
    Path other = Files.createDirectory(folder.resolve("other"));

    assertUntrusted(trusting(SelfSigned.naming(other, "DNS:" + NAME)));
    assertUntrusted(new NamedSockets(NAME, Optional.empty()));
  }

  /** Neither its connection is used again nor its session resumed. */
  @Test
  void whatWasTrustedUnderOneNameIsNotTrustedUnderAnother() throws IOException {
    SelfSigned certificate = serve("DNS:" + NAME);

    assertThat(get(trusting(certificate))).isEqualTo(200);
    namesAskedFor.clear();
    assertUntrusted(
        new NamedSockets("prometheus.staging.svc", Optional.of(certificate.authority())));
  }

  @Test
  void theNextRequestHasTheSameConnection() throws IOException {
    NamedSockets sockets = trusting(serve("DNS:" + NAME));

    for (int i = 0; i < 5; i++) {
      assertThat(get(sockets)).isEqualTo(200);
    }

    assertThat(namesAskedFor).hasSize(5);
    assertThat(connections).hasSize(1);
  }

  private void assertUntrusted(NamedSockets sockets) {
    assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(() -> get(sockets));
    assertThat(namesAskedFor).isEmpty();
  }

  private int get(NamedSockets sockets) throws IOException {
    HttpsURLConnection connection = connection(sockets);
    int status = connection.getResponseCode();
    connection.getInputStream().close();
    return status;
  }

  private HttpsURLConnection connection(NamedSockets sockets) throws IOException {
    var url = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/").toURL();
    var connection = (HttpsURLConnection) url.openConnection();
    connection.setSSLSocketFactory(sockets);
    connection.setConnectTimeout(PATIENCE);
    connection.setReadTimeout(PATIENCE);
    return connection;
  }

  private static NamedSockets trusting(SelfSigned certificate) {
    return new NamedSockets(NAME, Optional.of(certificate.authority()));
  }

  private SelfSigned serve(String names) throws IOException {
    var certificate = SelfSigned.naming(folder, names);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
    server.createContext(
        "/",
        exchange -> {
          connections.add(exchange.getRemoteAddress());
          var session = (ExtendedSSLSession) ((HttpsExchange) exchange).getSSLSession();
          session.getRequestedServerNames().stream()
              .map(SNIServerName::getEncoded)
              .map(String::new)
              .forEach(namesAskedFor::add);
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    return certificate;
  }
}
