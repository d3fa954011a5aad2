package io.stoker.reload;

import io.stoker.fingerprint.ConfigReader;
import io.stoker.target.Target;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Read – reload – verify – read: one try to bring the target to what the files hold, with the
 * proof. Blocks until it is done or its deadlines have passed.
 */
public final class ReloadCycle {
  private final ConfigReader reader;
  private final Target target;
  private final InstantSource clock;
  private final Duration giveUpUnanswered;

  /**
   * A cycle for this target.
   *
   * @param giveUpUnanswered when a request that timed out is taken for lost, so that another may be
   *     sent
   */
  public ReloadCycle(
      ConfigReader reader, Target target, InstantSource clock, Duration giveUpUnanswered) {
    this.reader = reader;
    this.target = target;
    this.clock = clock;
    this.giveUpUnanswered = giveUpUnanswered;
  }

  String targetName() {
    return target.name();
  }

  CycleResult run(CycleRequest request) {
    return new CycleRun(this, request).result();
  }

  ConfigReader reader() {
    return reader;
  }

  Target target() {
    return target;
  }

  InstantSource clock() {
    return clock;
  }

  Duration giveUpUnanswered() {
    return giveUpUnanswered;
  }
}
