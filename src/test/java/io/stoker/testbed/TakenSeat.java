package io.stoker.testbed;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;

/**
 * A request to an API server that is carried out for as long as this is open, since its body does
 * not come. The server gives it up after a minute; it is sent again at once.
 */
final class TakenSeat implements AutoCloseable {
  private final SSLContext trust;
  private final URI server;
  private final byte[] head;
  private volatile Socket connection = new Socket();
  private volatile boolean closed;

  /** Taken a moment later, unless others have it. */
  TakenSeat(KubernetesClient administrator, String token) {
    try {
      this.trust = SSLUtils.sslContext(administrator.getConfiguration());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
    this.server = URI.create(administrator.getMasterUrl().toString());
    this.head =
        """
      POST /apis/authorization.k8s.io/v1/selfsubjectaccessreviews HTTP/1.1\r
      Host: api\r
      Authorization: Bearer %s\r
      Content-Type: application/json\r
      Content-Length: 1000\r
      \r
      """
            .formatted(token)
            .getBytes(US_ASCII);
    Thread.ofVirtual().start(this::hold);
  }

  @Override
  public void close() {
    closed = true;
    try {
      connection.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void hold() {
    while (!closed) {
      try (var opened = trust.getSocketFactory().createSocket(server.getHost(), server.getPort())) {
        connection = opened;
        opened.getOutputStream().write(head);
        opened.getOutputStream().flush();
        opened.getInputStream().read(); // an answer: the seat was not free, or is so again
      } catch (IOException e) {
        // as it is at the end
      }
    }
  }
}
