package io.stoker.simulation;

import io.stoker.report.ReloadReport;
import io.stoker.report.Reporter;
import io.stoker.report.StateWord;
import io.stoker.report.TargetStatus;
import io.stoker.target.CallFailure;
import io.stoker.target.ReloadReply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Watches one Stoker from outside and tells when it does what it must not. */
final class Witness implements Reporter {
  private final int number;
  private final World world;
  private final Instant startedAt;

  private boolean alive = true;
  private long cyclesBegun;
  private long cyclesReported;
  private Instant cycleBegan = Instant.MIN;
  private boolean reloadedInCycle;
  private boolean liedToInCycle;
  private Instant reloadEnded = Instant.MIN;
  private Instant unansweredUntil = Instant.MIN;
  private Optional<ReloadRequest> latest = Optional.empty();
  private Optional<Version> ranWhenAsked = Optional.empty();
  private Optional<TargetStatus> status = Optional.empty();

  /**
   * @param number of the Stoker
   */
  Witness(int number, World world) {
    this.number = number;
    this.world = world;
    this.startedAt = world.time().instant();
  }

  int number() {
    return number;
  }

  long cyclesReported() {
    return cyclesReported;
  }

  Optional<TargetStatus> status() {
    return status;
  }

  void stokerEnds() {
    alive = false;
  }

  /** Until when a request may keep another from being sent. */
  Instant unansweredUntil() {
    return unansweredUntil;
  }

  void cycleBegins() {
    cyclesBegun++;
    cycleBegan = world.time().instant();
    reloadedInCycle = false;
    liedToInCycle = false;
    check(cyclesBegun == cyclesReported + 1, "a cycle began before the one before was reported");
  }

  void reloadBegins() {
    Duration gap = world.timing().debouncer().minGap();
    boolean tooSoon =
        reloadEnded.isAfter(startedAt) && world.time().instant().isBefore(reloadEnded.plus(gap));
    check(!tooSoon, "a reload began too soon after the one before");
    reloadedInCycle = true;
  }

  void arrives(ReloadRequest request) {
    for (ReloadRequest other : world.prometheus().unfinished()) {
      check(
          other.client() != number || givenUp(other) || someEndedSince(other.arrivedAt()),
          "two requests in flight");
    }
    latest = Optional.of(request);
  }

  void reloads(Version files) {
    if (alive) {
      world.promptness().reloads(files);
    }
  }

  void reloadEnds(ReloadReply reply) {
    world.trace().add("Stoker ", number, " gets ", reply);
    boolean sent =
        !(reply instanceof ReloadReply.Failed(CallFailure failure)
            && failure instanceof CallFailure.NotConnected);
    if (sent) {
      reloadEnded = world.time().instant();
    }
  }

  void liedTo() {
    liedToInCycle = true;
  }

  void leftUnanswered(Instant givenUpAt) {
    unansweredUntil = givenUpAt;
  }

  void askedForProof(Optional<Version> runs) {
    ranWhenAsked = runs;
  }

  @Override
  public void changed(TargetStatus now) {
    status = Optional.of(now);
  }

  @Override
  public void reported(ReloadReport report) {
    world
        .trace()
        .add(
            () ->
                "Stoker %d reports %s cycle %d for %s: %s %s"
                    .formatted(
                        number,
                        report.attempt().trigger().word(),
                        report.attempt().id(),
                        world.files().contents(report.change().fingerprint()),
                        report.outcome().kind(),
                        report.outcome().reason()));
    cyclesReported++;
    check(cyclesBegun == cyclesReported, "a cycle was reported twice or never");
    check(report.attempt().id() == cyclesReported, "the number of a cycle is wrong");
    switch (report.outcome().kind()) {
      case PROVEN -> proven(report);
      case REJECTED -> rejected(report);
      case OVERTAKEN -> world.promptness().answered();
      case FAULT -> throw new Violation("a fault: " + report.outcome().reason());
      default -> {}
    }
  }

  private void proven(ReloadReport report) {
    String ran = ranWhenAsked.map(world.files()::fingerprint).orElse("nothing");
    boolean same = ran.equals(report.change().fingerprint());
    check(same || cannotBeTold(), "false green: Prometheus ran " + ranWhenAsked);
    world.promptness().proven(ranWhenAsked.orElseThrow(), world.files().now());
  }

  /**
   * A target's account does not tell whose reload it is of, so another client's, which ended since,
   * passes for an own one that is late or was only pretended.
   */
  private boolean cannotBeTold() {
    boolean late =
        !reloadedInCycle
            && latest
                .filter(own -> own.endedAt().isEmpty() && someEndedSince(own.arrivedAt()))
                .isPresent();
    return late || (liedToInCycle && someEndedSince(cycleBegan));
  }

  private void rejected(ReloadReport report) {
    ReloadRequest last =
        world.prometheus().ended().stream()
            .filter(request -> request.client() == number)
            .reduce((first, second) -> second)
            .orElseThrow(() -> new Violation("refused by nobody"));
    String refused = world.files().fingerprint(last.read().orElseThrow());
    check(refused.equals(report.change().fingerprint()), "false red: refused was " + last.read());
    check(!report.outcome().reason().isEmpty(), "a refusal without a reason");
    world.promptness().answered();
  }

  private boolean someEndedSince(Instant since) {
    return world.prometheus().ended().stream()
        .anyMatch(request -> !request.endedAt().orElseThrow().isBefore(since));
  }

  private boolean givenUp(ReloadRequest request) {
    return request.mayBeGivenUpAt().filter(at -> !world.time().instant().isBefore(at)).isPresent();
  }

  boolean is(StateWord word) {
    return status.filter(now -> now.verdict().state() == word).isPresent();
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new Violation(otherwise);
    }
  }
}
