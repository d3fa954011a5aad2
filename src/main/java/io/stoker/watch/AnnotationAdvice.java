package io.stoker.watch;

import io.stoker.target.Advice;
import io.stoker.target.CallFailure;
import io.stoker.target.Refusal;

/** For who annotated a ConfigMap. */
record AnnotationAdvice(TargetSpec target) implements Advice {

  @Override
  public String after(CallFailure failure) {
    return switch (failure) {
      case CallFailure.NotConnected none ->
          "is the target up, does stoker.io/port name a port that it listens on, and does no NetworkPolicy stand between?";
      case CallFailure.Broken broken ->
          "did the target end, or do stoker.io/port and stoker.io/scheme not fit it?";
      case CallFailure.TimedOut late ->
          "is the target overloaded, or a firewall or NetworkPolicy between?";
      case CallFailure.Unavailable none -> "what answers may be a proxy of a target in need";
      case CallFailure.NotThere other ->
          "do stoker.io/profile, stoker.io/port and stoker.io/path say what is there?";
      case CallFailure.Untrusted other ->
          "the certificate must name %s (another name: stoker.io/server-name) or the pod's address, and its CA be trusted here (--ca-file)"
              .formatted(target.serverName());
    };
  }

  @Override
  public String after(Refusal refusal) {
    return switch (refusal) {
      case LIFECYCLE_DISABLED -> "start Prometheus with --web.enable-lifecycle";
      case UNAUTHORISED ->
          "put user:password into the file %s.%s of the watcher's --credentials"
              .formatted(target.service().name(), target.service().namespace());
      case WRONG_PREFIX ->
          "write the path with its --web.route-prefix into stoker.io/path, such as /prometheus/-/reload";
      case PLAIN_HTTP_TO_TLS -> "write https into stoker.io/scheme";
      case UNEXPECTED -> "check stoker.io/port, stoker.io/path and stoker.io/profile";
    };
  }
}
