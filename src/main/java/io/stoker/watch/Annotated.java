package io.stoker.watch;

/** What the annotations of an object come to. */
sealed interface Annotated {

  /** Nothing is wanted of Stoker. */
  record Nothing() implements Annotated {}

  /** A reload is wanted. */
  record Wanted(ReloadWish wish) implements Annotated {}

  /**
   * Something is wanted, but it is not clear what.
   *
   * @param message what is wrong, with the right spelling
   */
  record Wrong(String message) implements Annotated {}
}
