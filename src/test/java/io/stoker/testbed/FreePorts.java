package io.stoker.testbed;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports to listen on, free at every address of this machine.
 *
 * <p>They lie below the range the kernel takes client ports from. Within that range a client which
 * keeps trying a port whose server is down may be given that very port, and connect to itself.
 */
public final class FreePorts {
  private static final int LOWEST = 20_000;
  private static final int BELOW = 32_000;
  private static final Set<Integer> TAKEN = ConcurrentHashMap.newKeySet();

  private FreePorts() {}

  public static int any() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, BELOW);
      if (take(port)) {
        return port;
      }
    }
  }

  /** The port by which people know a service, or any other one where that is in use. */
  public static int preferring(int port) {
    return take(port) ? port : any();
  }

  private static boolean take(int port) {
    // at all addresses: pretended pods listen at one of their own, beside the loopback one
    try (var socket = new ServerSocket(port, 1)) {
      return socket.isBound() && TAKEN.add(port);
    } catch (IOException e) {
      return false;
    }
  }
}
