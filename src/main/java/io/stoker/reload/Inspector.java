package io.stoker.reload;

import io.stoker.target.Answer;
import io.stoker.target.CallFailure;
import io.stoker.target.RuntimeInfo;
import io.stoker.target.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks whether a target still runs what it was proven to run. */
public final class Inspector {
  private static final Duration COMPARE_SERVED_EVERY = Duration.ofMinutes(10);

  /** An answer holds no longer than this. */
  private static final Duration LONGEST = Duration.ofSeconds(15);

  private final Target target;
  private final InstantSource clock;
  private final Duration askEvery;
  private final Supplier<Optional<String>> difference;

  /**
   * An inspector.
   *
   * @param tick between two looks; only every third asks the target, which gathers all its metrics
   *     for an answer (Prometheus 3.5), but seldom ticks ask each time
   * @param difference finds out what a target that has drifted serves otherwise, in words
   */
  public Inspector(
      Target target, InstantSource clock, Duration tick, Supplier<Optional<String>> difference) {
    this.difference = difference;
    this.target = target;
    this.clock = clock;
    Duration beforeTheThird = tick.multipliedBy(5).dividedBy(2);
    this.askEvery = beforeTheThird.compareTo(LONGEST) < 0 ? beforeTheThird : LONGEST;
  }

  /** Compares what the target says of itself now with what it said when it was proven. */
  Inspection inspect(Baseline baseline) {
    if (clock.instant().isBefore(baseline.askedAt().plus(askEvery))) {
      return new Inspection.Nothing();
    }
    return switch (target.runtimeInfo()) {
      case Answer.Missing<RuntimeInfo>(CallFailure failure) ->
          new Inspection.Silent(failure.reason());
      case Answer.Given<RuntimeInfo>(RuntimeInfo now) -> inspect(baseline, now);
    };
  }

  private Inspection inspect(Baseline baseline, RuntimeInfo now) {
    if (!now.startTime().equals(baseline.runtimeInfo().startTime())) {
      return new Inspection.Restarted();
    }
    if (!now.reloadConfigSuccess()) {
      return new Inspection.Drifted("a reload that Stoker did not ask for failed");
    }
    Instant compareAt = baseline.hashedAt().plus(COMPARE_SERVED_EVERY);
    if (now.equals(baseline.runtimeInfo()) && clock.instant().isBefore(compareAt)) {
      return new Inspection.Same(baseline.heardAgain(clock.instant()));
    }
    return compareServed(baseline, now);
  }

  /**
   * Somebody else's reload of the same content is no drift: two reloaders must not chase each
   * other.
   */
  private Inspection compareServed(Baseline baseline, RuntimeInfo now) {
    if (baseline.servedHash().isEmpty()) {
      return same(now, Optional.empty());
    }
    return switch (target.servedConfigHash()) {
      case Answer.Missing<String>(CallFailure failure) -> new Inspection.Silent(failure.reason());
      case Answer.Given<String>(String hash) when baseline.servedHash().get().equals(hash) ->
          same(now, baseline.servedHash());
      case Answer.Given<String> other ->
          new Inspection.Drifted(
              "the served configuration is not the one that was proven"
                  + difference.get().map(words -> ": " + words).orElse(""));
    };
  }

  private Inspection same(RuntimeInfo now, Optional<String> servedHash) {
    return new Inspection.Same(new Baseline(now, clock.instant(), servedHash, clock.instant()));
  }
}
