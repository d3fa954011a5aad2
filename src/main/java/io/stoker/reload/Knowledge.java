package io.stoker.reload;

import io.stoker.fingerprint.Content;
import io.stoker.fingerprint.Fingerprint;
import io.stoker.reload.CycleResult.Request.Answered;
import io.stoker.reload.CycleResult.Request.Lost;
import io.stoker.reload.CycleResult.Request.NotSent;
import io.stoker.reload.CycleResult.Request.Open;
import io.stoker.reload.CycleResult.Request.Withheld;
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
 * @param files what was last seen of the files
 * @param moments when things happened
 */
public record Knowledge(
    Optional<Content> attempted,
    Optional<Confirmed> confirmed,
    Optional<Unanswered> unanswered,
    Files files,
    Moments moments) {

  static final Knowledge NONE =
      new Knowledge(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          new Files(Optional.empty(), new VolumeState.Unknown(), Optional.empty()),
          new Moments(Instant.MIN, Optional.empty()));

  /**
   * The last proof.
   *
   * @param outcome with which the cycle ended
   * @param doubt why it may not hold after all
   */
  public record Confirmed(
      Content content,
      Outcome outcome,
      Instant at,
      Optional<Baseline> baseline,
      Optional<Doubt> doubt) {

    private Confirmed with(Baseline other) {
      return new Confirmed(content, outcome, at, Optional.of(other), doubt);
    }

    private Confirmed doubted(Optional<String> reason, Instant now) {
      Instant since = doubt.map(Doubt::since).orElse(now);
      return new Confirmed(
          content, outcome, at, baseline, reason.map(why -> new Doubt(why, since)));
    }
  }

  /**
   * What of a content that is proven the target does not have.
   *
   * @param since when that was first seen
   */
  public record Doubt(String reason, Instant since) {}

  /**
   * What was last seen of the files.
   *
   * @param read their fingerprint, empty when some were missing
   * @param volumes how they stand to what the API server holds
   * @param refused what the target refused last, until it is proven to run anything: it could not
   *     start with it either
   */
  public record Files(
      Optional<Fingerprint> read, VolumeState volumes, Optional<Fingerprint> refused) {}

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

  /** The fingerprint last read. */
  Optional<Fingerprint> seen() {
    return files.read();
  }

  Knowledge changeSeen(Instant now) {
    return moments.changedAt().isPresent()
        ? this
        : with(files, new Moments(moments.reloadEnded(), Optional.of(now)));
  }

  Knowledge seeing(Optional<Fingerprint> fingerprint) {
    return fingerprint.equals(files.read())
        ? this
        : with(new Files(fingerprint, files.volumes(), files.refused()), moments);
  }

  Knowledge seeing(VolumeState volumes) {
    return with(new Files(files.read(), volumes, files.refused()), moments);
  }

  Knowledge rebased(Baseline baseline) {
    return with(confirmed.map(proof -> proof.with(baseline)));
  }

  /** What has been overtaken leaves no doubt. */
  Knowledge compared(ReloadEvent.RulesCompared rules, Instant now) {
    return with(
        confirmed.map(
            proof ->
                proof.content().fingerprint().equals(rules.proven())
                    ? proof.doubted(rules.difference(), now)
                    : proof));
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
                .map(
                    content ->
                        new Confirmed(
                            content, result.outcome(), now, result.baseline(), Optional.empty()))
            : confirmed;
    Optional<Fingerprint> content = result.read().map(Content::fingerprint);
    var read = new Files(content, files.volumes(), refused(result.outcome(), content));
    var reloaded = new Moments(now, changedAt);
    return switch (result.request()) {
      case NotSent none when applied ->
          new Knowledge(result.read(), proof, Optional.empty(), read, reloaded);
      case NotSent none ->
          new Knowledge(
              attempted, proof, unanswered, read, new Moments(moments.reloadEnded(), changedAt));
      case Withheld withheld ->
          new Knowledge(
              result.read(),
              proof,
              unanswered,
              read,
              new Moments(moments.reloadEnded(), changedAt));
      case Answered answered ->
          new Knowledge(result.read(), proof, Optional.empty(), read, reloaded);
      case Lost lost -> new Knowledge(attempted, proof, Optional.empty(), read, reloaded);
      case Open(Unanswered open) ->
          new Knowledge(Optional.of(open.content()), proof, Optional.of(open), read, reloaded);
    };
  }

  private Optional<Fingerprint> refused(Outcome outcome, Optional<Fingerprint> content) {
    if (outcome.applied()) {
      return Optional.empty();
    }
    boolean refused =
        outcome.kind() == Outcome.Kind.REJECTED || outcome.kind() == Outcome.Kind.INVALID;
    return refused ? content : files.refused();
  }

  private Knowledge with(Optional<Confirmed> proof) {
    return new Knowledge(attempted, proof, unanswered, files, moments);
  }

  private Knowledge with(Files seen, Moments passed) {
    return new Knowledge(attempted, confirmed, unanswered, seen, passed);
  }
}
