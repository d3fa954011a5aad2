package io.stoker.watch;

import io.stoker.fingerprint.Content;
import io.stoker.fingerprint.Reading;
import io.stoker.reload.ReloadCycle.Objection;
import io.stoker.report.Outcome;
import io.stoker.report.Outcome.Kind;
import io.stoker.verify.ContentVerdict;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Doubts that a target has read what the API server holds: its kubelet may not have written it yet.
 * The content as it is served tells, until the deadline after which no kubelet is that late.
 *
 * @param verdict compares what the target serves with what the API server holds
 */
record VolumeDoubt(
    SourceReader reader, Supplier<ContentVerdict> verdict, InstantSource clock, Duration deadline)
    implements Objection {

  @Override
  public Optional<Outcome> to(Content content) {
    boolean late = !clock.instant().isBefore(reader.since().plus(deadline));
    ContentVerdict said = verdict.get();
    if (!(reader.read() instanceof Reading.Found(Content now)) || !now.equals(content)) {
      return Optional.of(new Outcome(Kind.OVERTAKEN, "the ConfigMap changed during the reload"));
    }
    return switch (said) {
      case ContentVerdict.Holds holds -> Optional.empty();
      case ContentVerdict.Differs(String what) when late ->
          Optional.of(
              new Outcome(
                  Kind.UNCONFIRMED,
                  "reloaded, but after %d s it still does not serve what the ConfigMap holds: %s; see that the pod mounts it without subPath and that --config.file leads there"
                      .formatted(deadline.toSeconds(), what)));
      case ContentVerdict.Differs(String what) ->
          Optional.of(new Outcome(Kind.PENDING, "the volume does not show it yet: " + what));
      case ContentVerdict.CannotTell(String why) when late ->
          Optional.of(new Outcome(Kind.UNVERIFIABLE, "reloaded; " + why));
      case ContentVerdict.CannotTell(String why) ->
          Optional.of(
              new Outcome(
                  Kind.PENDING, "reloaded again until the kubelet must have written it: " + why));
    };
  }
}
