package io.stoker.target;

/** What came of asking a target something. */
public sealed interface Answer<T> {

  /** It answered. */
  record Given<T>(T value) implements Answer<T> {}

  /** It did not answer, or has nothing of this kind. */
  record Missing<T>(CallFailure failure) implements Answer<T> {}
}
