package io.stoker.kubernetes;

import io.stoker.kubernetes.Leadership.Leader;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who leads, as far as one candidate knows. Times are of a clock of its own, so candidates' clocks
 * may differ: a holder counts from before it asked for its lease, another from after it saw that.
 *
 * @param seen the lease as it was last; empty if there was none
 * @param since when it was first seen so
 * @param until when the own lead ends unless it is renewed
 */
record Election(String identity, Optional<LeaseObject> seen, Instant since, Instant until) {
  /** How long others respect a lease that is not renewed. */
  static final Duration LEASE = Duration.ofSeconds(10);

  /** After this time without an answer the holder gives up, well before others may begin. */
  static final Duration RENEW_DEADLINE = Duration.ofSeconds(7);

  /** One lease is asked for or looked at this often. */
  static final Duration PERIOD = Duration.ofSeconds(2);

  static Election of(String identity) {
    return new Election(identity, Optional.empty(), Instant.MIN, Instant.MIN);
  }

  Election saw(Optional<LeaseObject> lease, Instant now) {
    return lease.equals(seen) ? this : new Election(identity, lease, now, until);
  }

  /** The lease was written in the own name. */
  Election holding(LeaseObject lease, Instant asked) {
    return new Election(identity, Optional.of(lease), asked, asked.plus(RENEW_DEADLINE));
  }

  Election resigned() {
    return new Election(identity, seen, since, Instant.MIN);
  }

  boolean leads(Instant now) {
    return now.isBefore(until);
  }

  /** Whether the lease names this candidate, be it in time or not. */
  boolean isHolder() {
    return seen.map(LeaseObject::holder).filter(identity::equals).isPresent();
  }

  /** Whether nobody else leads, for certain. */
  boolean mayTake(Instant now) {
    return isHolder() || leader(now).isEmpty();
  }

  /** The holder of a lease that may still be in force. */
  Optional<Leader> leader(Instant now) {
    return seen.filter(lease -> now.isBefore(since.plus(lease.duration())))
        .filter(lease -> !lease.holder().isEmpty())
        .map(lease -> new Leader(lease.holder(), lease.statusAddress()));
  }
}
