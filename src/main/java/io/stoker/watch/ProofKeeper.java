package io.stoker.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Hands proofs over from one leader to the next. On the planner thread. */
final class ProofKeeper {
  /** By then the API server has told of every pod; other proofs are of pods that are no more. */
  private static final Duration ALL_KNOWN = Duration.ofMinutes(10);

  private final ApiPort api;
  private final InstantSource clock;
  private final Executor io;
  private final ProofLedger ledger = new ProofLedger();
  private Instant begun = Instant.EPOCH;
  private String kept = "";

  ProofKeeper(ApiPort api, InstantSource clock, Executor io) {
    this.api = api;
    this.clock = clock;
    this.io = io;
  }

  ProofLedger ledger() {
    return ledger;
  }

  /** This replica leads from now on. */
  void begin(Optional<String> proofs) {
    proofs.ifPresent(ledger::load);
    kept = proofs.orElse("");
    begun = clock.instant();
  }

  /**
   * Keeps what is new, for the next leader.
   *
   * @param targets all that are looked after
   * @param then runs when that is written, or could not be
   */
  void keep(Supplier<Set<String>> targets, Runnable then) {
    if (clock.instant().isAfter(begun.plus(ALL_KNOWN))) {
      ledger.retain(targets.get());
    }
    String now = ledger.text();
    if (now.equals(kept)) {
      then.run();
      return;
    }
    kept = now;
    io.execute(
        () -> {
          api.keepProofs(now);
          then.run();
        });
  }
}
