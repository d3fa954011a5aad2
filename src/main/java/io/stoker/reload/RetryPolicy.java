package io.stoker.reload;

import io.stoker.debounce.Backoff;
import io.stoker.reload.ReloadState.Ending;
import io.stoker.reload.ReloadState.Retry;
import io.stoker.report.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

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
   * After the first look at a volume that is behind; the kubelet takes 43 s in the median, 80 s at
   * most (measured at Kubernetes 1.34).
   */
  private static final List<Duration> VOLUME =
      Stream.of(1, 2, 5, 15, 30, 45, 60, 90, 120, 150, 180).map(Duration::ofSeconds).toList();

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
    return at(ending, now).map(at -> new Retry(at, Trigger.RETRY, ""));
  }

  private Optional<Instant> at(Ending ending, Instant now) {
    return switch (ending.outcome().kind()) {
      case UNCHANGED, PROVEN, UNVERIFIABLE, DRIFTED -> Optional.empty();
      case OVERTAKEN -> Optional.of(now);
      case PENDING -> Optional.of(looksAgain(ending.since(), now));
      case REJECTED, INVALID, MISCONFIGURED ->
          Optional.of(now.plus(slow.delay(ending.attempts(), random)));
      case STARTING, UNREACHABLE, TIMED_OUT, UNCONFIRMED, SOURCE_MISSING, FAULT ->
          Optional.of(now.plus(soon.delay(ending.attempts(), random)));
    };
  }

  private Instant looksAgain(Instant since, Instant now) {
    return VOLUME.stream()
        .map(since::plus)
        .filter(at -> at.isAfter(now))
        .findFirst()
        .orElseGet(() -> now.plus(slow.delay(1, random)));
  }
}
