package io.stoker.app;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Where a server listens.
 *
 * @param host an address or name; {@code 0.0.0.0} is all interfaces, of both address families where
 *     the machine has both
 * @param port from 0, which takes any free one, to 65535
 */
record ListenAddress(String host, int port) {
  private static final int HIGHEST_PORT = 65535;
  private static final Set<String> ALL = Set.of("0.0.0.0", "::");

  /**
   * Reads Go's form: {@code :8080}, {@code 127.0.0.1:8080}, {@code [::1]:8080}.
   *
   * @throws IllegalArgumentException when the text is none
   */
  static ListenAddress parse(String text) {
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? "" : text.substring(0, colon);
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    if (colon < 0 || (host.contains(":") && !bracketed)) {
      throw new IllegalArgumentException(
          "is no address such as :8080, 127.0.0.1:8080 or [::1]:8080");
    }
    String bare = bracketed ? host.substring(1, host.length() - 1) : host;
    return new ListenAddress(bare.isEmpty() ? "0.0.0.0" : bare, port(text.substring(colon + 1)));
  }

  /**
   * Where others reach what listens here; empty where nobody can know.
   *
   * @param ownIp the machine's address, for a server that listens on all; empty if it is not known
   */
  Optional<URI> url(String ownIp) {
    String ip = ALL.contains(host) ? ownIp : host;
    if (ip.isEmpty() || port == 0) {
      return Optional.empty();
    }
    return Optional.of(
        URI.create("http://%s:%d".formatted(ip.contains(":") ? "[" + ip + "]" : ip, port)));
  }

  private static int port(String text) {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > HIGHEST_PORT) {
      throw new IllegalArgumentException("has no port from 0 to " + HIGHEST_PORT);
    }
    return Integer.parseInt(text);
  }
}
