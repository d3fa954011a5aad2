package io.stoker.app;

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
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * Certificates of authorities in PEM, which alone are trusted.
 *
 * @param path of a file with one or more
 */
record CaFile(Path path) {

  /**
   * Makes connections to whom they vouch for.
   *
   * @throws IOException when the file cannot be read or holds no certificate
   */
  SSLSocketFactory sockets() throws IOException {
    try {
      var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trusted.init(store(certificates()));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trusted.getTrustManagers(), null);
      return context.getSocketFactory();
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
