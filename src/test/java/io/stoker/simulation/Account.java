package io.stoker.simulation;

import java.time.Instant;
import java.util.Optional;

/**
 * What Prometheus was when Stoker asked for its account.
 *
 * @param late a reload request that Stoker had sent and that had not ended
 */
record Account(
    Instant askedAt,
    Optional<Instant> process,
    Optional<Version> ran,
    Optional<ReloadRequest> late) {
  static final Account NONE =
      new Account(Instant.MIN, Optional.empty(), Optional.empty(), Optional.empty());
}
