package io.stoker.blackbox;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waiting for what takes a second or two, on a machine that may be ten times as busy. */
final class Patience {
  static final Duration LONGEST = Duration.ofSeconds(60);

  private Patience() {}

  static ConditionFactory await(String what) {
    return Awaitility.await(what)
        .atMost(LONGEST)
        .pollInterval(Duration.ofMillis(50))
        .ignoreExceptions();
  }
}
