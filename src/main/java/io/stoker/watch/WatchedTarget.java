package io.stoker.watch;

/** Looks after one target. Called on the planner thread only; never blocks. */
interface WatchedTarget {

  /** From now on this replica reloads it. */
  void lead();

  /** A ConfigMap that feeds it holds something else, or another one feeds it. */
  void changed();

  /** A ConfigMap that feeds it was deleted. */
  void lost();

  /** It is time to look at it. */
  void tick();

  /** It is gone, or another replica's from now on. */
  void forget();
}
