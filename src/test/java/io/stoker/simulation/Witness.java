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
  private Account account = Account.NONE;
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
          other.client() != number
              || givenUp(other)
              || world.prometheus().endedSince(other.askedAt()),
          "two requests in flight");
    }
    latest = Optional.of(request);
    if (!world.prometheus().startedAt().equals(account.process())) {
      // its client will take it for one that ended with the process before
      request.leave(world.time().instant());
    }
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

  /** Stoker asks for an account, which answers with what is so now. */
  void asked() {
    account =
        new Account(
            world.time().instant(),
            world.prometheus().startedAt(),
            world.prometheus().runs(),
            latest.filter(own -> own.endedAt().isEmpty()));
  }

  Instant askedAt() {
    return account.askedAt();
  }

  @Override
  public void changed(TargetStatus now) {
    status = Optional.of(now);
  }

  @Override
  public void reported(ReloadReport report) {
    world.trace().add(() -> "Stoker " + number + " reports " + world.words(report));
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
    String ran = account.ran().map(world.files()::fingerprint).orElse("nothing");
    boolean same = ran.equals(report.change().fingerprint());
    check(
        same || cannotBeTold(),
        "false green: Prometheus ran " + account.ran().map(Version::contents));
    if (same) {
      world.promptness().proven(account.ran().orElseThrow(), world.files().now());
    }
  }

  /**
   * A target's account does not tell whose reload it is of, so another client's, which ended since,
   * passes for an own one that is late or was only pretended.
   */
  private boolean cannotBeTold() {
    boolean late =
        !reloadedInCycle
            && account
                .late()
                .filter(own -> world.prometheus().endedSince(own.askedAt()))
                .isPresent();
    return late || (liedToInCycle && world.prometheus().endedSince(cycleBegan));
  }

  private void rejected(ReloadReport report) {
    String refused =
        world
            .prometheus()
            .lastRead(number)
            .map(world.files()::fingerprint)
            .orElseThrow(() -> new Violation("refused by nobody"));
    check(refused.equals(report.change().fingerprint()), "false red: other content was refused");
    check(!report.outcome().reason().isEmpty(), "a refusal without a reason");
    world.promptness().answered();
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
