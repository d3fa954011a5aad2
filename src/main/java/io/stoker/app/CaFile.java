package io.stoker.app;

import io.stoker.source.ReadFailures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Certificates of authorities in PEM, which alone are trusted.
 *
 * @param path of a file with one or more
 */
record CaFile(Path path) {

  /**
   * Trusts whom the file names, also when it is another one later.
   *
   * @throws IllegalArgumentException when it cannot be used now
   */
  static Optional<X509TrustManager> lasting(String path) {
    try {
      return Optional.of(new CurrentAuthorities(new CaFile(Path.of(path))));
    } catch (IOException e) {
      throw new IllegalArgumentException(ReadFailures.cause(e), e);
    }
  }

  /**
   * Makes connections to whom they vouch for.
   *
   * @throws IOException when the file cannot be read or holds no certificate
   */
  SSLSocketFactory sockets() throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {authorities()}, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw unusable("its certificates cannot be used", e);
    }
  }

  /**
   * Trusts whom they vouch for, if the certificate names the other side.
   *
   * @throws IOException when the file cannot be read or holds no certificate
   */
  X509ExtendedTrustManager authorities() throws IOException {
    try {
      var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trusted.init(store(certificates()));
      return Stream.of(trusted.getTrustManagers())
          .filter(X509ExtendedTrustManager.class::isInstance)
          .map(X509ExtendedTrustManager.class::cast)
          .findFirst()
          .orElseThrow();
    } catch (GeneralSecurityException e) {
      throw unusable("its certificates cannot be used", e);
    }
  }

  private Collection<? extends Certificate> certificates() throws IOException {
    try (InputStream pem = Files.newInputStream(path)) {
      var found = CertificateFactory.getInstance("X.509").generateCertificates(pem);
      if (!found.isEmpty()) {
        return found;
      }
    } catch (CertificateException e) {
      throw unusable("holds something else than certificates in PEM", e);
    }
    throw unusable("holds no certificate in PEM", null);
  }

  private IOException unusable(String reason, GeneralSecurityException cause) {
    var failure = new FileSystemException(path.toString(), null, reason);
    failure.initCause(cause);
    return failure;
  }

  private static KeyStore store(Collection<? extends Certificate> certificates)
      throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (Certificate certificate : certificates) {
      store.setCertificateEntry(String.valueOf(store.size()), certificate);
    }
    return store;
  }
}
