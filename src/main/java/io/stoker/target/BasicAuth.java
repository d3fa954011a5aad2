package io.stoker.target;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** HTTP Basic authentication, RFC 7617. */
final class BasicAuth {
  private BasicAuth() {}

  static String header(String userInfo) {
    return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
  }
}
