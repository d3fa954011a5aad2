package io.stoker.target;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Classifies what a call threw, by the innermost cause that tells something. */
final class CallFailures {
  private CallFailures() {}

  static CallFailure of(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case UnknownHostException unknown -> {
          return new CallFailure.NotConnected("the host name cannot be resolved");
        }
        case UnresolvedAddressException unresolved -> {
          return new CallFailure.NotConnected("the host name cannot be resolved");
        }
        case ConnectException refused -> {
          return new CallFailure.NotConnected(words(refused));
        }
        case SSLException untrusted -> {
          return new CallFailure.Untrusted("TLS failed: " + words(root(untrusted)));
        }
        case UnexpectedAnswer other -> {
          return new CallFailure.NotThere(words(other));
        }
        case TimeoutException late -> {
          return new CallFailure.TimedOut("no answer in time");
        }
        case InterruptedIOException late -> {
          return new CallFailure.TimedOut("no answer in time");
        }
        default -> {}
      }
    }
    return new CallFailure.Broken(words(root(thrown)));
  }

  private static Throwable root(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static String words(Throwable thrown) {
    boolean silent = thrown.getMessage() == null || thrown.getMessage().isBlank();
    return silent ? thrown.getClass().getSimpleName() : thrown.getMessage();
  }
}
