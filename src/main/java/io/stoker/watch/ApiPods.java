package io.stoker.watch;

import io.stoker.debounce.Scheduler;
import io.stoker.kubernetes.ObjectName;
import io.stoker.kubernetes.PodFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * Pods as the API server tells of them.
 *
 * @param io may keep them waiting
 */
record ApiPods(
    ApiPort api, InstantSource clock, Scheduler scheduler, Executor io, Executor plannerThread)
    implements PodLookup {
  /** A target of which little is known is better than none. */
  private static final Duration TOO_LATE = Duration.ofMinutes(5);

  /** Seldom, for it may well be forbidden, of thousands of pods. */
  private static final Duration AGAIN = Duration.ofMinutes(5);

  @Override
  public void read(ObjectName pod, Predicate<Optional<PodFacts>> then) {
    Instant until = clock.instant().plus(TOO_LATE);
    io.execute(
        () -> {
          Optional<PodFacts> facts =
              clock.instant().isBefore(until) ? api.pod(pod) : Optional.empty();
          plannerThread.execute(() -> tell(pod, facts, then));
        });
  }

  private void tell(ObjectName pod, Optional<PodFacts> facts, Predicate<Optional<PodFacts>> then) {
    if (then.test(facts)) {
      scheduler.at(clock.instant().plus(AGAIN), () -> read(pod, then));
    }
  }
}
