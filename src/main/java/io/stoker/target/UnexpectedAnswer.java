package io.stoker.target;

import java.io.IOException;

/** An answer came, but not with what was asked for. */
final class UnexpectedAnswer extends IOException {
  private static final long serialVersionUID = 1L;

  UnexpectedAnswer(String message) {
    super(message);
  }
}
