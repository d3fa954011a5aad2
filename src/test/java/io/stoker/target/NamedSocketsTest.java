package io.stoker.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stoker.testbed.SelfSigned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
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
  private NamedServer server;

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void oneThatNamesTheServiceIsTheTargets() throws IOException {
    assertThat(get(trusting(serve("DNS:" + NAME)))).isEqualTo(200);

    assertThat(server.requests()).flatExtracting(NamedServer.Request::names).containsExactly(NAME);
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
    assertThat(server.requests()).isEmpty();
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
    assertUntrusted(
        new NamedSockets("prometheus.staging.svc", Optional.of(certificate.authority())));
  }

  @Test
  void theNextRequestHasTheSameConnection() throws IOException {
    NamedSockets sockets = trusting(serve("DNS:" + NAME));

    for (int i = 0; i < 5; i++) {
      assertThat(get(sockets)).isEqualTo(200);
    }

    assertThat(server.requests()).flatExtracting(NamedServer.Request::names).hasSize(5);
    assertThat(server.requests().stream().map(NamedServer.Request::client).distinct()).hasSize(1);
  }

  private void assertUntrusted(NamedSockets sockets) {
    int before = server.requests().size();
    assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(() -> get(sockets));
    assertThat(server.requests()).hasSize(before);
  }

  private int get(NamedSockets sockets) throws IOException {
    HttpsURLConnection connection = connection(sockets);
    int status = connection.getResponseCode();
    connection.getInputStream().close();
    return status;
  }

  private HttpsURLConnection connection(NamedSockets sockets) throws IOException {
    var connection = (HttpsURLConnection) server.url("/").toURL().openConnection();
    connection.setSSLSocketFactory(sockets);
    connection.setConnectTimeout(PATIENCE);
    connection.setReadTimeout(PATIENCE);
    return connection;
  }

  private static NamedSockets trusting(SelfSigned certificate) {
    return new NamedSockets(NAME, Optional.of(certificate.authority()));
  }

  private SelfSigned serve(String names) throws IOException {
    server = new NamedServer(folder, names);
    return server.certificate();
  }
}
