package io.stoker.target;

/** Kinds of answers that only a person can change; Prometheus 2.53 and 3.5, web/web.go. */
public enum Refusal {
  LIFECYCLE_DISABLED("the reload endpoint is disabled"),
  UNAUTHORISED("credentials are missing or wrong"),
  WRONG_PREFIX("there is no reload endpoint at this path"),
  PLAIN_HTTP_TO_TLS("the port speaks TLS"),
  UNEXPECTED("the answer is none of a reload endpoint");

  private final String cause;

  Refusal(String cause) {
    this.cause = cause;
  }

  /** What is amiss. */
  public String cause() {
    return cause;
  }
}
