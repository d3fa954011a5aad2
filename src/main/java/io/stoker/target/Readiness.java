package io.stoker.target;

/** Whether a target would answer a reload soon. */
public sealed interface Readiness {

  /** It would, or does not tell. */
  record Ready() implements Readiness {}

  /** It is up, but not ready: Prometheus answers 503 while it opens its TSDB. */
  record Starting() implements Readiness {}

  /** It did not answer. */
  record Failed(CallFailure failure) implements Readiness {}
}
