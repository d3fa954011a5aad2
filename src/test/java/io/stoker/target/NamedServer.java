package io.stoker.target;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import io.stoker.testbed.SelfSigned;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIServerName;

/** An HTTPS server on loopback that accepts everything and notes what it was asked over. */
final class NamedServer implements AutoCloseable {
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final SelfSigned certificate;
  private final HttpsServer server;

  /**
   * A request that got as far as here.
   *
   * @param names that were asked for by SNI
   * @param client the other end of its connection
   * @param handshake when the whole handshake took place, in ms; what is resumed keeps the time
   */
  record Request(List<String> names, InetSocketAddress client, long handshake) {}

  /**
   * @param folder for its certificate
   * @param names of that, as {@code DNS:…} or {@code IP:…}, separated by commas
   */
  NamedServer(Path folder, String names) throws IOException {
    certificate = SelfSigned.naming(folder, names);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
    server.createContext(
        "/",
        exchange -> {
          requests.add(request((HttpsExchange) exchange));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  private static Request request(HttpsExchange exchange) {
    var session = (ExtendedSSLSession) exchange.getSSLSession();
    return new Request(
        session.getRequestedServerNames().stream()
            .map(SNIServerName::getEncoded)
            .map(String::new)
            .toList(),
        exchange.getRemoteAddress(),
        session.getCreationTime());
  }

  SelfSigned certificate() {
    return certificate;
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  URI url(String path) {
    return URI.create("https://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
