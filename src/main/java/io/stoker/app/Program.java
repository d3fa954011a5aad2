package io.stoker.app;

import java.util.Optional;

/** What the framework starts, ticks and stops. */
interface Program {

  /** This process as one of several; empty where it has no replicas. */
  default Optional<WatchReplica> replica() {
    return Optional.empty();
  }

  void start();

  /** It is time to look at everything. */
  void tick();

  /** Blocks until all is done that must be, or its grace period has passed. */
  void stop();
}
