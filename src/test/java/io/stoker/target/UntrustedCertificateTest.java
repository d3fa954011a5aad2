package io.stoker.target;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.stoker.testbed.BesideLyingServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS is verified by default. */
@QuarkusTest
@TestProfile(BesideLyingServer.class)
class UntrustedCertificateTest {
  private static final String PASSWORD = "changeit";

  @TempDir Path folder;
  private final AtomicInteger requests = new AtomicInteger();
  private HttpsServer server;

  @BeforeEach
  void start() throws Exception {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server = HttpsServer.create(address, 0);
    server.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
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

  private SSLContext selfSigned() throws Exception {
    Path store = folder.resolve("keys.p12");
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    new ProcessBuilder(
            keytool,
            "-genkeypair",
            "-keyalg",
            "EC",
            "-alias",
            "server",
            "-dname",
            "CN=127.0.0.1",
            "-ext",
            "san=ip:127.0.0.1",
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            PASSWORD)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("keytool.log").toFile())
        .start()
        .waitFor();
    var keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
