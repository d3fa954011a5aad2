package io.stoker.watch;

import java.util.concurrent.Executor;

/** Keeps what is proven where the next leader finds it. On the planner thread. */
final class ProofKeeping {
  private final ProofLedger ledger;
  private final ApiPort api;
  private final Executor io;
  private String kept = "";

  ProofKeeping(ProofLedger ledger, ApiPort api, Executor io) {
    this.ledger = ledger;
    this.api = api;
    this.io = io;
  }

  /**
   * Writes what is new.
   *
   * @param then runs when that is written, or could not be
   */
  void keep(Runnable then) {
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
