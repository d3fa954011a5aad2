package io.stoker.target;

/** What people can do about a target that is not reached, in terms of what they gave. */
public interface Advice {

  /** A question, or the next step, after a call that brought no usable answer. */
  String after(CallFailure failure);

  /** The next step after an answer that only a person can change. */
  String after(Refusal refusal);

  /** Cause and next step. */
  default String on(Refusal refusal) {
    return refusal.cause() + ": " + after(refusal);
  }
}
