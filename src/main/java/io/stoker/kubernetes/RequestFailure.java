package io.stoker.kubernetes;

/** A request to the API server failed; the message is one sentence of cause and next step. */
public final class RequestFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  RequestFailure(RuntimeException failure, String rule) {
    super(ApiFailures.cause(failure, rule), failure);
  }
}
