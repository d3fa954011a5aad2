package io.stoker.reload;

import io.stoker.fingerprint.Content;
import io.stoker.fingerprint.Fingerprint;
import io.stoker.reload.CycleResult.Request.Answered;
import io.stoker.reload.CycleResult.Request.Lost;
import io.stoker.reload.CycleResult.Request.NotSent;
import io.stoker.reload.CycleResult.Request.Open;
import io.stoker.report.Outcome;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a target's content. {@code attempted} and {@code confirmed} differ after a
 * refusal, so that going back to the content before is a change like any other.
 *
 * @param attempted the content the target was last asked to load
 * @param confirmed the content it was last proven to run
 * @param unanswered a request it may still work on
 * @param seen the fingerprint last read, empty when files were missing
 * @param moments when things happened
 */
public record Knowledge(
    Optional<Content> attempted,
    Optional<Confirmed> confirmed,
    Optional<Unanswered> unanswered,
    Optional<Fingerprint> seen,
    Moments moments) {

  static final Knowledge NONE =
      new Knowledge(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          new Moments(Instant.MIN, Optional.empty()));

  /**
   * The last proof.
   *
   * @param outcome with which the cycle ended
   */
  public record Confirmed(
      Content content, Outcome outcome, Instant at, Optional<Baseline> baseline) {}

  /**
   * When things happened.
   *
   * @param reloadEnded when the last reload request ended; {@link Instant#MIN} if there was none
   * @param changedAt the first hint of a change that is not proven yet
   */
  public record Moments(Instant reloadEnded, Optional<Instant> changedAt) {}

  /** The baseline of the last proof. */
  Optional<Baseline> baseline() {
    return confirmed.flatMap(Confirmed::baseline);
  }

  Knowledge changeSeen(Instant now) {
    return moments.changedAt().isPresent()
        ? this
        : with(new Moments(moments.reloadEnded(), Optional.of(now)));
  }

  Knowledge seeing(Optional<Fingerprint> fingerprint) {
    return new Knowledge(attempted, confirmed, unanswered, fingerprint, moments);
  }

  Knowledge rebased(Baseline baseline) {
    var rebased =
        confirmed.map(c -> new Confirmed(c.content(), c.outcome(), c.at(), Optional.of(baseline)));
    return new Knowledge(attempted, rebased, unanswered, seen, moments);
  }

  /**
   * What is known after a cycle.
   *
   * @param changedAt the first hint that this cycle did not answer
   */
  Knowledge after(CycleResult result, Instant now, Optional<Instant> changedAt) {
    boolean applied = result.outcome().applied();
    Optional<Confirmed> proof =
        applied
            ? result
                .read()
                .map(content -> new Confirmed(content, result.outcome(), now, result.baseline()))
            : confirmed;
    Optional<Fingerprint> read = result.read().map(Content::fingerprint);
    var reloaded = new Moments(now, changedAt);
    return switch (result.request()) {
      case NotSent none when applied ->
          new Knowledge(result.read(), proof, Optional.empty(), read, reloaded);
      case NotSent none ->
          new Knowledge(
              attempted, proof, unanswered, read, new Moments(moments.reloadEnded(), changedAt));
      case Answered answered ->
          new Knowledge(result.read(), proof, Optional.empty(), read, reloaded);
      case Lost lost -> new Knowledge(attempted, proof, Optional.empty(), read, reloaded);
      case Open(Unanswered open) ->
          new Knowledge(Optional.of(open.content()), proof, Optional.of(open), read, reloaded);
    };
  }

  private Knowledge with(Moments value) {
    return new Knowledge(attempted, confirmed, unanswered, seen, value);
  }
}
