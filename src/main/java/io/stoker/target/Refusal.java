package io.stoker.target;

/** Kinds of answers that only a person can change; Prometheus 2.53 and 3.5, web/web.go. */
public enum Refusal {
  LIFECYCLE_DISABLED(
      "the reload endpoint is disabled", "start Prometheus with --web.enable-lifecycle"),
  UNAUTHORISED("credentials are missing or wrong", "put user:password@ into --reload-url"),
  WRONG_PREFIX(
      "there is no reload endpoint at this path",
      "let --reload-url contain the --web.route-prefix"),
  PLAIN_HTTP_TO_TLS("the port speaks TLS", "write https:// in --reload-url"),
  UNEXPECTED("the answer is none of a reload endpoint", "check --reload-url");

  private final String cause;
  private final String fix;

  Refusal(String cause, String fix) {
    this.cause = cause;
    this.fix = fix;
  }

  /** What is amiss. */
  public String cause() {
    return cause;
  }

  /** The next step. */
  public String fix() {
    return fix;
  }

  /** Cause and next step. */
  public String advice() {
    return cause + ": " + fix;
  }
}
