package io.stoker.reload;

import static io.stoker.report.Outcome.Kind.OVERTAKEN;
import static io.stoker.report.Outcome.Kind.PROVEN;
import static io.stoker.report.Outcome.Kind.UNCONFIRMED;
import static io.stoker.report.Outcome.Kind.UNVERIFIABLE;

import io.stoker.fingerprint.Content;
import io.stoker.fingerprint.Reading;
import io.stoker.report.Outcome;
import io.stoker.report.Stage;
import io.stoker.target.Answer;
import io.stoker.target.CallFailure;
import io.stoker.target.ConfigStatus;
import io.stoker.target.Target;
import io.stoker.verify.Verification;
import io.stoker.verify.Verifier;
import java.util.Optional;

/** The end of a cycle: whether the target runs what was read. */
final class Proof {
  private final ReloadCycle cycle;
  private final Target target;
  private final Stopwatch stopwatch;

  private Optional<Baseline> baseline = Optional.empty();

  Proof(ReloadCycle cycle, Stopwatch stopwatch) {
    this.cycle = cycle;
    this.target = cycle.target();
    this.stopwatch = stopwatch;
  }

  /** What the target said of itself when it was proven, if it was. */
  Optional<Baseline> baseline() {
    return baseline;
  }

  private static Outcome withoutReload(Outcome outcome) {
    return outcome.kind() == PROVEN
        ? new Outcome(PROVEN, "as before: neither files nor target changed, nothing was reloaded")
        : outcome;
  }

  /** The proof of an earlier Stoker, if neither the files nor the target have changed since. */
  Optional<Outcome> remembered(Content content) {
    if (!cycle.memory().isOf(content)) {
      return Optional.empty();
    }
    Answer<Baseline> said = stopwatch.time(Stage.VERIFY, () -> Baseline.ask(target, cycle.clock()));
    return said instanceof Answer.Given<Baseline>(Baseline now)
            && cycle.memory().holds(content, now)
        ? Optional.of(reread(content, said)).map(Proof::withoutReload)
        : Optional.empty();
  }

  /**
   * The baseline is asked for first: a restart after it then shows in the proof or at the next
   * look, while one between proof and baseline would never show.
   */
  Outcome verify(Content content, Answer<ConfigStatus> before) {
    Answer<Baseline> said = stopwatch.time(Stage.VERIFY, () -> Baseline.ask(target, cycle.clock()));
    var after = stopwatch.time(Stage.VERIFY, target::configStatus);
    return switch (Verifier.judge(before, after)) {
      case Verification.Refuted(String reason) -> new Outcome(UNCONFIRMED, reason);
      case Verification.Unverifiable(String reason) ->
          objection(content).or(() -> overtaken(content)).orElse(new Outcome(UNVERIFIABLE, reason));
      case Verification.Proven proven -> witnessed(content, said);
    };
  }

  /** What cannot be told was applied all the same, so a later drift is to be seen. */
  private Outcome witnessed(Content content, Answer<Baseline> said) {
    Optional<Outcome> objection = objection(content);
    if (objection.filter(Outcome::keepsTrying).isPresent()) {
      return objection.get();
    }
    Outcome outcome = reread(content, said);
    return outcome.applied() ? objection.orElse(outcome) : outcome;
  }

  private Optional<Outcome> objection(Content content) {
    return stopwatch.time(Stage.VERIFY, () -> cycle.objection().to(content));
  }

  private Outcome reread(Content content, Answer<Baseline> said) {
    return overtaken(content)
        .orElseGet(
            () ->
                switch (said) {
                  case Answer.Missing<Baseline>(CallFailure.NotThere none) -> proven(content);
                  case Answer.Missing<Baseline>(CallFailure failure) ->
                      new Outcome(
                          UNCONFIRMED,
                          "reloaded, but a later restart could not be told: " + failure.reason());
                  case Answer.Given<Baseline>(Baseline given) -> {
                    baseline = Optional.of(given);
                    cycle.memory().keep(content, given);
                    yield proven(content);
                  }
                });
  }

  private static Outcome proven(Content content) {
    return content.unreadable().isEmpty()
        ? Outcome.of(PROVEN)
        : new Outcome(
            UNVERIFIABLE, "not readable here: " + String.join("; ", content.unreadable()));
  }

  /** The kubelet may have swapped the files while the target read them. */
  Optional<Outcome> overtaken(Content content) {
    Reading again = stopwatch.time(Stage.REREAD, cycle.reader()::read);
    return again instanceof Reading.Found(Content now) && now.untouchedSince(content)
        ? Optional.empty()
        : Optional.of(new Outcome(OVERTAKEN, "the files changed during the reload"));
  }
}
