package io.stoker.watch;

/** A time of leading: what began in it must not send anything after its end. */
final class Term {
  private volatile boolean over;

  void end() {
    over = true;
  }

  boolean isOver() {
    return over;
  }
}
