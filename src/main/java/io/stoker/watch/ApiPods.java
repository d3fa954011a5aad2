package io.stoker.watch;

import io.stoker.kubernetes.ObjectName;
import io.stoker.kubernetes.PodFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Pods as the API server tells of them.
 *
 * @param io may keep them waiting
 */
record ApiPods(ApiPort api, InstantSource clock, Executor io, Executor plannerThread)
    implements ServiceGroup.PodLookup {
  /** A target of which little is known is better than none. */
  private static final Duration TOO_LATE = Duration.ofMinutes(5);

  @Override
  public void read(ObjectName pod, Consumer<Optional<PodFacts>> then) {
    Instant until = clock.instant().plus(TOO_LATE);
    io.execute(
        () -> {
          Optional<PodFacts> facts =
              clock.instant().isBefore(until) ? api.pod(pod) : Optional.empty();
          plannerThread.execute(() -> then.accept(facts));
        });
  }
}
