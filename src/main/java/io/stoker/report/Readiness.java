package io.stoker.report;

/** Whether the process may be called ready; asked by any thread. */
@FunctionalInterface
public interface Readiness {

  /** What is missing, in a sentence; empty when nothing is. */
  String missing();
}
