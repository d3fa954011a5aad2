package io.stoker.watch;

import io.stoker.check.CheckPolicy;
import io.stoker.debounce.Debouncer;
import io.stoker.reload.DriftPolicy;
import java.time.Duration;

/** What a user asks for who gives few flags. */
final class PretendPolicy {
  private PretendPolicy() {}

  static WatchPolicy of(boolean volumes, CheckPolicy check) {
    return new WatchPolicy(
        WatchRules.NONE,
        new Debouncer(Duration.ZERO, Duration.ofSeconds(10), Duration.ofSeconds(2)),
        volumes,
        Duration.ofMinutes(3),
        Duration.ofSeconds(15),
        Duration.ofSeconds(15),
        Duration.ofSeconds(30),
        DriftPolicy.RELOAD,
        check,
        TargetAccess.USUAL);
  }
}
