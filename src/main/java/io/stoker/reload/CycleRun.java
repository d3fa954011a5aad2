package io.stoker.reload;

import static io.stoker.report.Outcome.Kind.SOURCE_MISSING;
import static io.stoker.report.Outcome.Kind.STARTING;
import static io.stoker.report.Outcome.Kind.TIMED_OUT;
import static io.stoker.report.Outcome.Kind.UNCHANGED;

import io.stoker.check.CheckResult;
import io.stoker.fingerprint.Content;
import io.stoker.fingerprint.Reading;
import io.stoker.reload.CycleResult.Request;
import io.stoker.report.Cause;
import io.stoker.report.Outcome;
import io.stoker.report.Stage;
import io.stoker.report.Trigger;
import io.stoker.target.Answer;
import io.stoker.target.CallFailure;
import io.stoker.target.ConfigStatus;
import io.stoker.target.Readiness;
import io.stoker.target.ReloadReply;
import io.stoker.target.Target;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One run of a cycle, stage by stage; each method ends the run or goes on to the next stage. */
final class CycleRun {
  private final ReloadCycle cycle;
  private final Target target;
  private final CycleRequest request;
  private final Stopwatch stopwatch;
  private final Proof proof;

  private Optional<Content> read = Optional.empty();
  private Request sent = new Request.NotSent();

  CycleRun(ReloadCycle cycle, CycleRequest request) {
    this.cycle = cycle;
    this.target = cycle.target();
    this.request = request;
    this.stopwatch = new Stopwatch(cycle.clock());
    this.proof = new Proof(cycle, stopwatch);
  }

  CycleResult result() {
    Outcome outcome = read();
    return new CycleResult(outcome, read, sent, proof.baseline(), stopwatch.stages());
  }

  private Outcome read() {
    return switch (stopwatch.time(Stage.READ, cycle.reader()::read)) {
      case Reading.Missing(String reason) -> new Outcome(SOURCE_MISSING, reason);
      case Reading.Found(Content content) -> {
        read = Optional.of(content);
        boolean unchanged = read.equals(request.attempted()) && !request.evenIfUnchanged();
        yield unchanged ? Outcome.of(UNCHANGED) : checked(content);
      }
    };
  }

  private Outcome checked(Content content) {
    CheckResult check = cycle.check().enforced() ? check(content) : CheckResult.NOTHING;
    if (check.hasErrors()) {
      sent = new Request.Withheld();
      return proof.overtaken(content).orElseGet(() -> Rejections.invalid(check));
    }
    Outcome outcome = ready(content);
    return outcome.findings().isEmpty() ? outcome.with(check.findings()) : outcome;
  }

  private CheckResult check(Content content) {
    List<String> files = content.names();
    List<String> changed = changed(content);
    return stopwatch.time(Stage.CHECK, () -> cycle.check().check(files, changed));
  }

  private List<String> changed(Content content) {
    return request.attempted().map(content::changedSince).orElse(List.of());
  }

  private Outcome ready(Content content) {
    return switch (stopwatch.time(Stage.READY, target::readiness)) {
      case Readiness.Starting starting ->
          new Outcome(STARTING, "the target is up but not ready yet");
      case Readiness.Failed(CallFailure failure) -> unreached(failure);
      case Readiness.Ready ready ->
          before(content, stopwatch.time(Stage.READY, target::configStatus));
    };
  }

  private Outcome before(Content content, Answer<ConfigStatus> before) {
    return switch (before) {
      case Answer.Missing<ConfigStatus>(CallFailure.NotThere none) -> reload(content, before);
      case Answer.Missing<ConfigStatus>(CallFailure failure) -> unreached(failure);
      case Answer.Given<ConfigStatus>(ConfigStatus now) ->
          switch (UnansweredCheck.of(request.unanswered(), content, now, cycle.clock().instant())) {
            case FORGET -> remembered(content).orElseGet(() -> reload(content, before));
            case APPLIED ->
                proof.verify(
                    content, new Answer.Given<>(request.unanswered().orElseThrow().before()));
            case STILL_RUNNING -> {
              Unanswered open = request.unanswered().orElseThrow();
              sent = new Request.Open(open);
              yield open.waiting();
            }
          };
    };
  }

  /** A restart of Stoker alone changes nothing for a target that it has proven before. */
  private Optional<Outcome> remembered(Content content) {
    return request.trigger() == Trigger.START ? proof.remembered(content) : Optional.empty();
  }

  private Outcome reload(Content content, Answer<ConfigStatus> before) {
    ReloadReply reply = stopwatch.time(Stage.RELOAD, target::reload);
    sent = new Request.Answered();
    return switch (reply) {
      case ReloadReply.Accepted accepted -> proof.verify(content, before);
      case ReloadReply.Rejected(String reason) ->
          proof.overtaken(content).orElseGet(() -> rejected(reason, content));
      case ReloadReply.Misconfigured(var refusal, String reason) ->
          Failures.misconfigured(refusal, reason);
      case ReloadReply.Unavailable(String reason) -> unreached(new CallFailure.Unavailable(reason));
      case ReloadReply.Failed(CallFailure.TimedOut late) -> {
        sent = unanswered(content, before, true).orElse(sent);
        yield new Outcome(
            TIMED_OUT,
            Cause.LATE,
            "the reload was not answered within --reload-timeout; it may still be applied");
      }
      case ReloadReply.Failed(CallFailure.Broken broken) -> {
        sent = unanswered(content, before, false).orElseGet(Request.Lost::new);
        yield unreached(broken);
      }
      case ReloadReply.Failed(CallFailure failure) -> {
        sent = new Request.NotSent();
        yield unreached(failure);
      }
    };
  }

  private Outcome unreached(CallFailure failure) {
    return Failures.outcome(failure, target.advice());
  }

  private Outcome rejected(String answer, Content content) {
    return Rejections.explain(answer, check(content), changed(content));
  }

  /** The target works on, whoever waits; without an account of its own nobody can tell. */
  private Optional<Request> unanswered(
      Content content, Answer<ConfigStatus> before, boolean arrived) {
    if (!(before instanceof Answer.Given<ConfigStatus>(ConfigStatus status))) {
      return Optional.empty();
    }
    Instant givenUpAt = cycle.clock().instant().plus(cycle.patience().with(arrived));
    return Optional.of(new Request.Open(new Unanswered(content, status, arrived, givenUpAt)));
  }
}
