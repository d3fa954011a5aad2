package io.stoker.target;

/** What a target answered to a reload request. */
public sealed interface ReloadReply {

  /** Applied, as it says. */
  record Accepted() implements ReloadReply {}

  /**
   * The configuration was refused; the one before goes on.
   *
   * @param reason the target's words
   */
  record Rejected(String reason) implements ReloadReply {}

  /**
   * No configuration can be reloaded this way before a person has acted.
   *
   * @param reason cause and next step
   */
  record Misconfigured(Refusal refusal, String reason) implements ReloadReply {}

  /** It is there but cannot reload now, such as a proxy without its server. */
  record Unavailable(String reason) implements ReloadReply {}

  /** No answer. */
  record Failed(CallFailure failure) implements ReloadReply {}
}
