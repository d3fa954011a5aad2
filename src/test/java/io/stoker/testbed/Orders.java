package io.stoker.testbed;

import io.stoker.testbed.Behaviour.Hang;
import io.stoker.testbed.Behaviour.Honest;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** How one kind of request is to be treated, which may change while requests hang. */
final class Orders {
  private static final int GLANCE_MILLIS = 20;

  private Behaviour current = new Honest();

  synchronized void give(Behaviour behaviour) {
    current = behaviour;
    notifyAll();
  }

  /** Returns what to do as soon as that is not to hang; tells when the client gives up waiting. */
  Behaviour await(Socket client, Runnable clientGone) throws IOException {
    client.setSoTimeout(GLANCE_MILLIS);
    while (current() instanceof Hang) {
      if (hasGone(client)) {
        clientGone.run();
        return awaitOther();
      }
    }
    return current();
  }

  private synchronized Behaviour current() {
    return current;
  }

  private synchronized Behaviour awaitOther() throws IOException {
    try {
      while (current instanceof Hang) {
        wait();
      }
      return current;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static boolean hasGone(Socket client) {
    try {
      return client.getInputStream().read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
