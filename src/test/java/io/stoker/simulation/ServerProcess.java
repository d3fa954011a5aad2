package io.stoker.simulation;

import java.time.Instant;

/** One process of Prometheus from its start to its end. */
final class ServerProcess {
  final Instant startedAt;
  Version runs;
  Instant succeededAt;
  boolean successful = true;
  boolean ready;
  boolean reloading;

  ServerProcess(Instant startedAt, Version runs) {
    this.startedAt = startedAt;
    this.runs = runs;
    this.succeededAt = startedAt;
  }

  /** A refused version leaves what runs and when it was loaded as they were. */
  void reloaded(Version read, Instant now) {
    reloading = false;
    successful = read.good();
    if (successful) {
      runs = read;
      succeededAt = now;
    }
  }
}
