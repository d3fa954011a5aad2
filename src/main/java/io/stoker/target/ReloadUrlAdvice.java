package io.stoker.target;

/** For who gave a reload URL. */
public record ReloadUrlAdvice() implements Advice {

  @Override
  public String after(CallFailure failure) {
    return switch (failure) {
      case CallFailure.NotConnected none ->
          "is the target up, and does --reload-url name its address?";
      case CallFailure.Broken broken -> "did the target end, or is --reload-url no HTTP port?";
      case CallFailure.TimedOut late -> "is the target overloaded, or a firewall between?";
      case CallFailure.Unavailable none -> "what answers may be a proxy of a target in need";
      case CallFailure.NotThere other -> "does --reload-url name the target?";
      case CallFailure.Untrusted other ->
          "the certificate must name the host of --reload-url, and its CA be trusted here";
    };
  }

  @Override
  public String after(Refusal refusal) {
    return switch (refusal) {
      case LIFECYCLE_DISABLED -> "start Prometheus with --web.enable-lifecycle";
      case UNAUTHORISED -> "put user:password@ into --reload-url";
      case WRONG_PREFIX -> "let --reload-url contain the --web.route-prefix";
      case PLAIN_HTTP_TO_TLS -> "write https:// in --reload-url";
      case UNEXPECTED -> "check --reload-url";
    };
  }
}
