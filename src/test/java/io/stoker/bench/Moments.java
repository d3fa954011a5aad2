package io.stoker.bench;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;

/** Waiting: for something to be seen, or for time to pass. */
final class Moments {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration GLANCE = Duration.ofMillis(5);

  private Moments() {}

  static void await(String what, Callable<Boolean> sight) {
    await(what, GLANCE, sight);
  }

  /** Looks this often, where a look costs something. */
  static void await(String what, Duration glance, Callable<Boolean> sight) {
    Awaitility.await(what)
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(glance)
        .until(sight);
  }

  static void pass(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** A pause longer than any minimum gap, which ends at no particular phase of anybody's timer. */
  static void passAtLeast(Duration least) {
    pass(least.plusMillis(ThreadLocalRandom.current().nextLong(1_000)));
  }
}
