package io.stoker.app;

/** What the framework starts, ticks and stops. */
interface Program {

  void start();

  /** It is time to look at everything. */
  void tick();

  /** Blocks until all is done that must be, or its grace period has passed. */
  void stop();
}
