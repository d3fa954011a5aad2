package io.stoker.reload;

import io.stoker.debounce.Backoff;
import io.stoker.reload.ReloadState.Ending;
import io.stoker.reload.ReloadState.Retry;
import io.stoker.report.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When to try again, by the kind of failure: what may pass by itself is tried soon and for ever,
 * what a person must mend is tried slowly, since the cause may lie outside the files.
 *
 * @param soon for targets that do not answer or prove nothing
 * @param slow for refusals
 * @param random spreads the tries of many
 */
public record RetryPolicy(Backoff soon, Backoff slow, RandomGenerator random) {
  private static final Duration FIRST_SOON = Duration.ofMillis(200);
  private static final Duration FIRST_SLOW = Duration.ofSeconds(30);
  private static final Duration SLOWEST = Duration.ofMinutes(5);

  /**
   * The policy for a user's retry interval.
   *
   * @param retryInterval the longest time between two tries of what may pass by itself
   */
  public static RetryPolicy upTo(Duration retryInterval, RandomGenerator random) {
    return new RetryPolicy(
        new Backoff(FIRST_SOON, retryInterval), new Backoff(FIRST_SLOW, SLOWEST), random);
  }

  Optional<Retry> retry(Ending ending, Instant now) {
    return delay(ending).map(delay -> new Retry(now.plus(delay), Trigger.RETRY, ""));
  }

  private Optional<Duration> delay(Ending ending) {
    return switch (ending.outcome().kind()) {
      case UNCHANGED, PROVEN, UNVERIFIABLE, DRIFTED -> Optional.empty();
      case OVERTAKEN -> Optional.of(Duration.ZERO);
      case REJECTED, INVALID, MISCONFIGURED -> Optional.of(slow.delay(ending.attempts(), random));
      case STARTING, UNREACHABLE, TIMED_OUT, UNCONFIRMED, SOURCE_MISSING, FAULT ->
          Optional.of(soon.delay(ending.attempts(), random));
    };
  }
}
