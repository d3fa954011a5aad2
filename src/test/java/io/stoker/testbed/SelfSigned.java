package io.stoker.testbed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * A certificate that vouches for itself, with its key; both in PEM.
 *
 * @param store both in PKCS12
 */
public record SelfSigned(Path key, Path certificate, Path store) {
  private static final String PASSWORD = "changeit";
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /**
   * A new one.
   *
   * @param folder for its files
   * @param names as openssl writes them, such as {@code DNS:example.org,IP:127.0.0.1}
   */
  public static SelfSigned naming(Path folder, String names) {
    var made =
        new SelfSigned(
            folder.resolve("server.key"),
            folder.resolve("server.pem"),
            folder.resolve("server.p12"));
    openssl(
        folder,
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=test -addext subjectAltName=%s -keyout %s -out %s"
            .formatted(names, made.key, made.certificate));
    openssl(
        folder,
        "pkcs12 -export -inkey %s -in %s -out %s -passout pass:%s"
            .formatted(made.key, made.certificate, made.store, PASSWORD));
    return made;
  }

  /** For a server that shows it. */
  public SSLContext context() {
    try (InputStream in = Files.newInputStream(store)) {
      var keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, PASSWORD.toCharArray());
      var context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Trusts nothing else. */
  public X509TrustManager authority() {
    try {
      var only = KeyStore.getInstance(KeyStore.getDefaultType());
      only.load(null, null);
      only.setCertificateEntry("it", read());
      var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(only);
      return (X509TrustManager) managers.getTrustManagers()[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The certificate itself. */
  public X509Certificate read() throws IOException, GeneralSecurityException {
    try (InputStream pem = Files.newInputStream(certificate)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
    }
  }

  private static void openssl(Path folder, String command) {
    try (var openssl =
        ChildProcess.start(
            List.of(("openssl " + command).split(" ")), folder.resolve("openssl.log"))) {
      if (openssl.awaitExit(LONGEST) != 0) {
        throw new IllegalStateException(openssl.log());
      }
    }
  }
}
