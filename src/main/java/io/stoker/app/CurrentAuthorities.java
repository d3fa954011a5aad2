package io.stoker.app;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts the authorities in a file as it is now, since a program that runs for months outlives
 * some; while the file is away or unusable, those that it had.
 */
final class CurrentAuthorities extends X509ExtendedTrustManager {
  private final CaFile file;
  private volatile Read last;

  /** What stood in the file when it was last written. */
  private record Read(FileTime written, X509ExtendedTrustManager authorities) {}

  /**
   * @throws IOException when the file cannot be used
   */
  CurrentAuthorities(CaFile file) throws IOException {
    this.file = file;
    this.last = new Read(Files.getLastModifiedTime(file.path()), file.authorities());
  }

  private X509ExtendedTrustManager now() {
    try {
      FileTime written = Files.getLastModifiedTime(file.path());
      if (!written.equals(last.written())) {
        last = new Read(written, file.authorities());
      }
    } catch (IOException e) {
      return last.authorities();
    }
    return last.authorities();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    now().checkServerTrusted(chain, type, engine);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    now().checkServerTrusted(chain, type, socket);
  }

  /** Nobody would say what the certificate has to name. */
  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("only known with its connection is a server trusted");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("there are no clients");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return now().getAcceptedIssuers();
  }
}
