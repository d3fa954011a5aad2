package io.stoker.reload;

import io.stoker.report.Cause;
import io.stoker.report.Outcome;
import io.stoker.report.Outcome.Kind;
import io.stoker.target.Advice;
import io.stoker.target.CallFailure;
import io.stoker.target.Refusal;

/** Adds to a failed call what to do about it. */
final class Failures {
  private Failures() {}

  static Outcome outcome(CallFailure failure, Advice advice) {
    var cause =
        switch (failure) {
          case CallFailure.NotConnected none -> Cause.NOT_CONNECTED;
          case CallFailure.Broken broken -> Cause.BROKEN;
          case CallFailure.TimedOut late -> Cause.LATE;
          case CallFailure.Unavailable none -> Cause.UNAVAILABLE;
          case CallFailure.NotThere other -> Cause.NO_ACCOUNT;
          case CallFailure.Untrusted other -> Cause.UNTRUSTED;
        };
    return cause == Cause.UNTRUSTED
        ? new Outcome(Kind.MISCONFIGURED, cause, failure.reason() + ": " + advice.after(failure))
        : new Outcome(Kind.UNREACHABLE, cause, failure.reason() + "; " + advice.after(failure));
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
}
