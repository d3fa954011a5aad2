package io.stoker.fingerprint;

/** What came of reading a source. */
public sealed interface Reading {

  /** The content could be read, all of it or what {@link Content#unreadable} does not name. */
  record Found(Content content) implements Reading {}

  /**
   * A part is missing without which nothing must be reloaded.
   *
   * @param reason the path and the cause
   */
  record Missing(String reason) implements Reading {}
}
