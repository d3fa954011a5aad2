package io.stoker.target;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;

/** Classifies answers to a reload request; Prometheus 2.53 and 3.5, web/web.go. */
record ReloadReplies(Advice advice) {
  private static final int LEAST_SUCCESS = 200;
  private static final int LAST_SUCCESS = 299;
  private static final int LONGEST_REASON = 2000;
  private static final Pattern USER_OF_URL = Pattern.compile("://[^\\s/\"@]*@");

  /** Of an address that is refused its host may be told; keys of webhooks stand after it. */
  private static final Pattern AFTER_HOST =
      Pattern.compile(
          "(?<=\\bparse \")"
              + "([A-Za-z][A-Za-z0-9+.-]*://(?:<secret>@)?[^\"/?#@]*+(?=[\"/?#])/?+)?+"
              + "(?:[^\"\\\\]|\\\\.)+(?=\")");

  private static final Pattern TEXT_OF_WRONG_KIND = Pattern.compile("(?<=!!str )`[^`]*`");

  ReloadReply of(int status, String body) {
    if (status >= LEAST_SUCCESS && status <= LAST_SUCCESS) {
      return new ReloadReply.Accepted();
    }
    return switch (status) {
      case 400 ->
          body.contains("HTTPS server") ? refused(Refusal.PLAIN_HTTP_TO_TLS, body) : rejected(body);
      case 401 -> refused(Refusal.UNAUTHORISED, "");
      case 403 ->
          body.contains("Lifecycle API")
              ? refused(Refusal.LIFECYCLE_DISABLED, "")
              : refused(Refusal.UNAUTHORISED, body);
      case 404 -> refused(Refusal.WRONG_PREFIX, "");
      case 500 -> rejected(body);
      case 502, 503, 504 -> new ReloadReply.Unavailable("HTTP " + status + suffix(body));
      default -> refused(Refusal.UNEXPECTED, "HTTP " + status + suffix(body));
    };
  }

  /** The body in one line, without secrets, cut where it gets too long for a log. */
  static String text(Response response) {
    try {
      String body = response.hasEntity() ? response.readEntity(String.class) : "";
      String line = masked(body.strip().replaceAll("\\s*\\R\\s*", " "));
      return line.length() > LONGEST_REASON ? cut(line) + "…" : line;
    } catch (ProcessingException | IllegalStateException e) {
      return "";
    }
  }

  /**
   * Prometheus 2.53 and 3.5 and Alertmanager 0.28 repeat what they cannot parse: a URL, or a text
   * in a list's place.
   */
  private static String masked(String line) {
    String withoutUsers = USER_OF_URL.matcher(line).replaceAll("://<secret>@");
    String withoutPaths = AFTER_HOST.matcher(withoutUsers).replaceAll("$1<secret>");
    return TEXT_OF_WRONG_KIND.matcher(withoutPaths).replaceAll("<secret>");
  }

  /** Half a character could not be written as JSON. */
  private static String cut(String line) {
    boolean within = Character.isHighSurrogate(line.charAt(LONGEST_REASON - 1));
    return line.substring(0, within ? LONGEST_REASON - 1 : LONGEST_REASON);
  }

  private static ReloadReply rejected(String body) {
    return new ReloadReply.Rejected(body.isEmpty() ? "refused without a reason" : body);
  }

  private ReloadReply refused(Refusal refusal, String detail) {
    return new ReloadReply.Misconfigured(
        refusal, advice.on(refusal) + (detail.isEmpty() ? "" : " (" + detail + ")"));
  }

  private static String suffix(String body) {
    return body.isEmpty() ? "" : ": " + body;
  }
}
