package io.stoker.testbed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stoker.testbed.Behaviour.Answer;
import io.stoker.testbed.Behaviour.Hang;
import io.stoker.testbed.Behaviour.Honest;
import io.stoker.testbed.Behaviour.OnlySaySo;
import io.stoker.testbed.Behaviour.Refuse;
import io.stoker.testbed.Behaviour.Reset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A server that speaks like Prometheus and misbehaves to order; all reload requests are counted.
 *
 * <p>As in Prometheus, a request whose client has gone is carried out nevertheless.
 */
public final class LyingServer implements AutoCloseable {
  private final int port = FreePorts.any();
  private final PretendedPrometheus prometheus;
  private final ReloadRequests requests = new ReloadRequests();
  private final Orders onReload = new Orders();
  private final Orders onOthers = new Orders();
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final String host;
  private ServerSocket listener;

  /** Like a Prometheus that runs with this config file. */
  public LyingServer(Path configFile) {
    this(configFile, "127.0.0.1");
  }

  /** The same at another address of this machine. */
  public LyingServer(Path configFile, String host) {
    this.host = host;
    prometheus = new PretendedPrometheus(configFile);
    open();
  }

  public String url() {
    return "http://" + host + ":" + port;
  }

  public int port() {
    return port;
  }

  public String reloadUrl() {
    return url() + "/-/reload";
  }

  public ReloadRequests requests() {
    return requests;
  }

  /** The config that it really runs. */
  public String config() {
    return prometheus.config();
  }

  public void onReload(Behaviour behaviour) {
    onReload.give(behaviour);
  }

  /** What it does with the requests that look at it: readiness, metrics, status. */
  public void onOthers(Behaviour behaviour) {
    onOthers.give(behaviour);
  }

  /** As while the write-ahead log is read: nothing is ready, and a reload waits for the end. */
  public void replayLog() {
    onReload(new Hang());
    onOthers(new Answer(503, "Service Unavailable"));
  }

  public void behave() {
    onReload(new Honest());
    onOthers(new Honest());
  }

  /** A new start time, and the config file read anew. */
  public void restart() {
    prometheus.restart();
  }

  /** Ends {@link #close}. */
  public void open() {
    behave();
    try {
      listener = new ServerSocket();
      listener.setReuseAddress(true);
      listener.bind(new InetSocketAddress(host, port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var opened = listener;
    Thread.ofVirtual().start(() -> acceptFrom(opened));
  }

  /** Refuses connections and cuts the open ones; requests that hang are forgotten. */
  @Override
  public void close() {
    onReload(new Reset());
    onOthers(new Reset());
    try {
      listener.close();
      for (var connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void acceptFrom(ServerSocket opened) {
    try {
      while (true) {
        var connection = opened.accept();
        connections.add(connection);
        Thread.ofVirtual().start(() -> serve(connection));
      }
    } catch (IOException e) {
      // closed: nobody is served any more
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      var head = RequestHead.read(connection.getInputStream());
      if (head.isReload()) {
        serveReload(connection);
      } else {
        var order = onOthers.await(connection, () -> {});
        send(connection, order instanceof Honest ? prometheus.answer(head.path()) : answer(order));
      }
    } catch (IOException e) {
      // the client has gone: nobody is left to be told
    } finally {
      connections.remove(connection);
    }
  }

  private void serveReload(Socket connection) throws IOException {
    try (var request = requests.begin()) {
      var answer = answer(onReload.await(connection, request::noLongerWaiting));
      request.noLongerWaiting();
      send(connection, answer);
    }
  }

  /** Carries the order out; without an answer the connection is to be cut. */
  private Answer answer(Behaviour order) {
    return switch (order) {
      case Honest _ -> prometheus.reload();
      case Refuse(var reason) -> prometheus.refuse(reason);
      case OnlySaySo _ -> new Answer(200, "");
      case Answer given -> given;
      case Hang _, Reset _ -> null;
    };
  }

  private static void send(Socket connection, Answer answer) throws IOException {
    if (answer == null) {
      connection.setSoLinger(true, 0);
      return;
    }
    var body = answer.body().getBytes(UTF_8);
    var head =
        "HTTP/1.1 %d Answer\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(
                answer.status(),
                answer.body().startsWith("{") ? "application/json" : "text/plain; charset=utf-8",
                body.length);
    var out = connection.getOutputStream();
    out.write(head.getBytes(UTF_8));
    out.write(body);
    out.flush();
  }
}
