package io.stoker.verify;

/** What a target's own account of its last reload proves. */
public sealed interface Verification {

  /** It reloaded successfully between the two looks. */
  record Proven() implements Verification {}

  /** It did not, whatever it answered. */
  record Refuted(String reason) implements Verification {}

  /** It gives no account. */
  record Unverifiable(String reason) implements Verification {}
}
