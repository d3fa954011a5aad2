package io.stoker.target;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** HTTP Basic authentication, RFC 7617. */
public final class BasicAuth {
  private BasicAuth() {}

  /** The value of the header for {@code user:password}. */
  public static String header(String userInfo) {
    return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
  }
}
