package io.stoker.bench;

/** What a watcher reloads in the bench: a Prometheus, real or pretended, with a volume. */
interface FedTarget extends AutoCloseable {

  /** Where it listens. */
  int port();

  /** What its volume holds from now on; it runs that once it is reloaded. */
  void hold(String config);

  /** Whether it runs this configuration. */
  boolean runs(String config);

  /** Reload requests since it was started. */
  int reloads();

  @Override
  void close();
}
