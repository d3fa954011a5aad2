package io.stoker.kubernetes;

/** A request to the API server failed; the message is one sentence of cause and next step. */
public final class RequestFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean forbidden;

  RequestFailure(RuntimeException failure, String rule) {
    super(ApiFailures.cause(failure, rule), failure);
    this.forbidden = ApiFailures.code(failure) == ApiFailures.FORBIDDEN;
  }

  /** Whether the right to it is missing, which the next request will not change. */
  public boolean forbidden() {
    return forbidden;
  }
}
