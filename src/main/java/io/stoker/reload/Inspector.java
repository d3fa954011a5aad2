package io.stoker.reload;

import io.stoker.target.Answer;
import io.stoker.target.CallFailure;
import io.stoker.target.RuntimeInfo;
import io.stoker.target.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Looks whether a target still runs what it was proven to run. */
public final class Inspector {
  private static final Duration COMPARE_SERVED_EVERY = Duration.ofMinutes(10);

  private final Target target;
  private final InstantSource clock;

  public Inspector(Target target, InstantSource clock) {
    this.target = target;
    this.clock = clock;
  }

  /** What the target says of itself now; where it says nothing drift cannot be seen. */
  Answer<Baseline> baseline() {
    return switch (target.runtimeInfo()) {
      case Answer.Missing<RuntimeInfo>(CallFailure failure) -> new Answer.Missing<>(failure);
      case Answer.Given<RuntimeInfo>(RuntimeInfo info) ->
          new Answer.Given<>(new Baseline(info, servedHash(), clock.instant()));
    };
  }

  /** Compares what the target says of itself now with what it said when it was proven. */
  Inspection inspect(Baseline baseline) {
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
      return new Inspection.Same(baseline);
    }
    return compareServed(baseline, now);
  }

  /**
   * Somebody else's reload of the same content is no drift: two reloaders must not chase each
   * other.
   */
  private Inspection compareServed(Baseline baseline, RuntimeInfo now) {
    if (baseline.servedHash().isEmpty()) {
      return new Inspection.Same(new Baseline(now, Optional.empty(), clock.instant()));
    }
    return switch (target.servedConfigHash()) {
      case Answer.Missing<String>(CallFailure failure) -> new Inspection.Silent(failure.reason());
      case Answer.Given<String>(String hash) when baseline.servedHash().get().equals(hash) ->
          new Inspection.Same(new Baseline(now, baseline.servedHash(), clock.instant()));
      case Answer.Given<String> other ->
          new Inspection.Drifted("the served configuration is not the one that was proven");
    };
  }

  private Optional<String> servedHash() {
    return target.servedConfigHash() instanceof Answer.Given<String>(String hash)
        ? Optional.of(hash)
        : Optional.empty();
  }
}
