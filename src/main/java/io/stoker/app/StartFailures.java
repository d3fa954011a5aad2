package io.stoker.app;

import io.quarkus.runtime.QuarkusBindException;

/** Puts into words what keeps the framework from starting. */
final class StartFailures {
  private StartFailures() {}

  /** The innermost cause, and the next step where one is known. */
  static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root instanceof QuarkusBindException taken
        ? "cannot listen on %s:%d: in use by another program, or no address of this machine; choose another --listen-address"
            .formatted(taken.getHost(), taken.getPort())
        : root instanceof IllegalStateException said ? said.getMessage() : root.toString();
  }
}
