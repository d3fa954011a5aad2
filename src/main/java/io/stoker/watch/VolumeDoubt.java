package io.stoker.watch;

import io.stoker.fingerprint.Content;
import io.stoker.fingerprint.Reading;
import io.stoker.reload.ReloadCycle.Objection;
import io.stoker.report.Outcome;
import io.stoker.report.Outcome.Kind;
import io.stoker.verify.ContentVerdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Doubts that a target has read what the API server holds: its kubelet may not have written it yet.
 * The content as it is served tells, until the deadline after which no kubelet is that late. One
 * cycle at a time.
 */
final class VolumeDoubt implements Objection {
  private final SourceReader reader;
  private final Supplier<ContentVerdict> verdict;
  private final UnaryOperator<Instant> settled;
  private final InstantSource clock;
  private final Duration deadline;

  /** The first comparison does not see what was only removed, having nothing to compare with. */
  private volatile boolean first = true;

  /**
   * @param verdict compares what the target serves with what the API server holds
   * @param settled when a target's volume must have what was there at a time
   */
  VolumeDoubt(
      SourceReader reader,
      Supplier<ContentVerdict> verdict,
      UnaryOperator<Instant> settled,
      InstantSource clock,
      Duration deadline) {
    this.reader = reader;
    this.verdict = verdict;
    this.settled = settled;
    this.clock = clock;
    this.deadline = deadline;
  }

  @Override
  public Optional<Outcome> to(Content content) {
    Instant asked = clock.instant();
    ContentVerdict said = verdict.get();
    if (!(reader.read() instanceof Reading.Found(Content now)) || !now.equals(content)) {
      return Optional.of(new Outcome(Kind.OVERTAKEN, "the ConfigMap changed during the reload"));
    }
    return switch (said) {
      case ContentVerdict.Holds holds -> held(asked);
      case ContentVerdict.Differs(String what) -> Optional.of(differs(what));
      case ContentVerdict.CannotTell(String why) -> Optional.of(untold(why));
    };
  }

  private Optional<Outcome> held(Instant asked) {
    if (first && !isLate() && asked.isBefore(settled.apply(reader.since()))) {
      return Optional.of(
          new Outcome(
              Kind.PENDING,
              "as far as can be seen it is live; reloaded once more when the kubelet must have written it"));
    }
    first = false;
    return Optional.empty();
  }

  private Outcome differs(String what) {
    return isLate()
        ? new Outcome(
            Kind.UNCONFIRMED,
            "reloaded, but after %d s it still does not serve what the ConfigMap holds: %s; see that the pod mounts it without subPath and that --config.file leads there"
                .formatted(deadline.toSeconds(), what))
        : new Outcome(Kind.PENDING, "the volume does not show it yet: " + what);
  }

  private Outcome untold(String why) {
    return isLate()
        ? new Outcome(Kind.UNVERIFIABLE, "reloaded; " + why)
        : new Outcome(
            Kind.PENDING, "reloaded again until the kubelet must have written it: " + why);
  }

  private boolean isLate() {
    return !clock.instant().isBefore(reader.since().plus(deadline));
  }
}
