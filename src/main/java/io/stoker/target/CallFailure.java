package io.stoker.target;

/** Why a call brought no usable answer. */
public sealed interface CallFailure {

  /** One sentence for people. */
  String reason();

  /** No connection, so nothing was sent. */
  record NotConnected(String reason) implements CallFailure {}

  /** The connection broke; the request may have arrived. */
  record Broken(String reason) implements CallFailure {}

  /** No answer in time; the request may still be worked on. */
  record TimedOut(String reason) implements CallFailure {}

  /** The other side is not who it should be. */
  record Untrusted(String reason) implements CallFailure {}

  /** It is there but cannot answer now, such as a proxy without its server. */
  record Unavailable(String reason) implements CallFailure {}

  /** It answered, but not with what was asked for. */
  record NotThere(String reason) implements CallFailure {}
}
