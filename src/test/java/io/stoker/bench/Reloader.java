package io.stoker.bench;

import io.stoker.testbed.ChildProcess;
import java.time.Duration;

/**
 * A running reloader. What it has done is read from its log: a request for its status would add to
 * the cost that is measured.
 *
 * @param startedWord in its log when it watches its folders
 * @param doneWord in each line of its log that tells of a reload brought about
 */
record Reloader(Contender contender, ChildProcess process, String startedWord, String doneWord)
    implements AutoCloseable {
  private static final Duration SETTLING = Duration.ofSeconds(3);

  void awaitStarted() {
    Moments.await(
        contender.name() + " has started",
        () -> {
          requireAlive();
          return process.log().contains(startedWord);
        });
    Moments.pass(SETTLING);
  }

  /** Reloads it has brought about, by its own word. */
  int done() {
    requireAlive();
    return (int) process.log().lines().filter(line -> line.contains(doneWord)).count();
  }

  Footprint footprint() {
    return new Footprint(process.pid());
  }

  @Override
  public void close() {
    process.close();
  }

  private void requireAlive() {
    if (!process.alive()) {
      throw new IllegalStateException(contender.name() + " has ended:\n" + process.log());
    }
  }
}
