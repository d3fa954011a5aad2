package io.stoker.target;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * What {@link NamedTls} is to Vert.x, for HttpsURLConnection. Its handshake verifies the name,
 * since its sockets ask for that themselves; a HostnameVerifier would not be asked (JDK 25,
 * HttpsClient).
 */
final class NamedSockets extends SSLSocketFactory {
  private final String name;
  private final SSLSocketFactory sockets;

  /**
   * For one name, so that no session is resumed under another.
   *
   * @param authorities who alone are trusted to vouch for it, instead of those of the JDK
   */
  NamedSockets(String name, Optional<X509TrustManager> authorities) {
    this.name = name;
    this.sockets = sockets(authorities);
  }

  private static SSLSocketFactory sockets(Optional<X509TrustManager> authorities) {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, authorities.map(only -> new TrustManager[] {only}).orElse(null), null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
  }

  /** Last of all comes the name, since the JDK sends that of the host, if it has one. */
  @Override
  public Socket createSocket(Socket connected, String host, int port, boolean closesIt)
      throws IOException {
    var socket = (SSLSocket) sockets.createSocket(connected, host, port, closesIt);
    var parameters = socket.getSSLParameters();
    parameters.setServerNames(List.of(new SNIHostName(name)));
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    return socket;
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return sockets.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return sockets.getSupportedCipherSuites();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw unlimited();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    throw unlimited();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw unlimited();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    throw unlimited();
  }

  private static SocketException unlimited() {
    return new SocketException("to connect has a time limit only with a socket of the caller's");
  }
}
