package io.stoker.check;

/** How much a finding counts. */
public enum Severity {
  /** Prometheus 2.53 and 3.5 both refuse it. */
  ERROR,
  /** Accepted by some version of Prometheus at least, but most likely not what was meant. */
  WARNING
}
