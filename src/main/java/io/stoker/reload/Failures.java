package io.stoker.reload;

import io.stoker.report.Cause;
import io.stoker.report.Outcome;
import io.stoker.report.Outcome.Kind;
import io.stoker.target.CallFailure;
import io.stoker.target.Refusal;

/** Adds to a failed call what to do about it. */
final class Failures {
  private Failures() {}

  static Outcome outcome(CallFailure failure) {
    return switch (failure) {
      case CallFailure.NotConnected(String reason) ->
          unreachable(
              Cause.NOT_CONNECTED,
              reason,
              "is the target up, and does --reload-url name its address?");
      case CallFailure.Broken(String reason) ->
          unreachable(Cause.BROKEN, reason, "did the target end, or is --reload-url no HTTP port?");
      case CallFailure.TimedOut(String reason) ->
          unreachable(Cause.LATE, reason, "is the target overloaded, or a firewall between?");
      case CallFailure.Unavailable(String reason) ->
          unreachable(Cause.UNAVAILABLE, reason, "what answers may be a proxy of a target in need");
      case CallFailure.NotThere(String reason) ->
          unreachable(Cause.NO_ACCOUNT, reason, "does --reload-url name the target?");
      case CallFailure.Untrusted(String reason) ->
          new Outcome(
              Kind.MISCONFIGURED,
              Cause.UNTRUSTED,
              reason
                  + ": the certificate must name the host of --reload-url, and its CA be trusted here");
    };
  }

  static Outcome misconfigured(Refusal refusal, String reason) {
    var cause =
        switch (refusal) {
          case LIFECYCLE_DISABLED -> Cause.LIFECYCLE_OFF;
          case UNAUTHORISED -> Cause.CREDENTIALS;
          case WRONG_PREFIX -> Cause.WRONG_PREFIX;
          case PLAIN_HTTP_TO_TLS -> Cause.PLAIN_HTTP;
          case UNEXPECTED -> Cause.NO_ENDPOINT;
        };
    return new Outcome(Kind.MISCONFIGURED, cause, reason);
  }

  private static Outcome unreachable(Cause cause, String reason, String question) {
    return new Outcome(Kind.UNREACHABLE, cause, reason + "; " + question);
  }
}
