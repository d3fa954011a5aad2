package io.stoker.testbed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * An address of this machine that the API server takes for a pod's, which one of 127.0.0.0/8 is
 * not: from a network for documentation (RFC 5737), on the loopback interface, so that nobody else
 * reaches it.
 */
public final class RoutedAddress {
  public static final String TEXT = "192.0.2.77";

  private RoutedAddress() {}

  /** Makes the address one of this machine's, which needs root. */
  public static String ensure() {
    run("ip", "address", "replace", TEXT + "/32", "dev", "lo");
    return TEXT;
  }

  private static void run(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException(
            String.join(" ", command)
                + ": "
                + new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new IllegalStateException("iproute2 is needed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
