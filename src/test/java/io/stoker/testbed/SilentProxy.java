package io.stoker.testbed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between a client and a server, and can fall silent as a network does that has lost a
 * connection: nobody is told, and what is sent is never heard of again.
 */
public final class SilentProxy implements AutoCloseable {
  private final ServerSocket listener;
  private final int server;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final Set<Socket> silent = ConcurrentHashMap.newKeySet();
  private volatile boolean cutOff;

  private SilentProxy(ServerSocket listener, int server) {
    this.listener = listener;
    this.server = server;
  }

  /** Passes on what goes to and from a port of the loopback interface. */
  public static SilentProxy before(int server) {
    try {
      var listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
      var proxy = new SilentProxy(listener, server);
      Thread.ofVirtual().start(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** From now on nothing goes through the connections there are; later ones are as good as any. */
  public void silence() {
    silent.addAll(sockets);
  }

  /** From now on nothing goes through any connection, be it there or later, until {@link #mend}. */
  public void cutOff() {
    cutOff = true;
    silence();
  }

  /** Later connections are as good as any again; those made meanwhile stay silent. */
  public void mend() {
    cutOff = false;
  }

  /** Ends the connections there are, as a server that is stopped does; later ones are good. */
  public void breakOff() {
    sockets.forEach(SilentProxy::close);
  }

  @Override
  public void close() {
    close(listener);
    sockets.forEach(SilentProxy::close);
  }

  private void accept() {
    try {
      while (!listener.isClosed()) {
        var client = listener.accept();
        var upstream = new Socket(InetAddress.getLoopbackAddress(), server);
        pass(client, upstream);
        pass(upstream, client);
      }
    } catch (IOException e) {
      close(); // as it is when the test is over
    }
  }

  private void pass(Socket from, Socket to) {
    sockets.add(from);
    if (cutOff) {
      silent.add(from);
    }
    Thread.ofVirtual().start(() -> copy(from, to));
  }

  private void copy(Socket from, Socket to) {
    byte[] buffer = new byte[8_192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (!silent.contains(from)) {
          out.write(buffer, 0, read);
        }
      }
    } catch (IOException e) {
      // one end has gone, and the other is closed with it
    } finally {
      sockets.remove(from);
      silent.remove(from);
    }
  }

  private static void close(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
