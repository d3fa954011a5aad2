package io.stoker.simulation;

import io.stoker.target.Advice;
import io.stoker.target.Answer;
import io.stoker.target.BodyReader;
import io.stoker.target.CallFailure;
import io.stoker.target.ConfigStatus;
import io.stoker.target.Readiness;
import io.stoker.target.ReloadReply;
import io.stoker.target.ReloadUrlAdvice;
import io.stoker.target.RuntimeInfo;
import io.stoker.target.ServedGroup;
import io.stoker.target.Target;
import io.stoker.target.TargetFlags;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The simulated Prometheus as one Stoker sees it. */
final class SimulatedTarget implements Target {
  private static final CallFailure BROKEN = new CallFailure.Broken("connection reset");

  private final World world;
  private final VirtualTime time;
  private final SimulatedPrometheus prometheus;
  private final Witness witness;

  SimulatedTarget(World world, Witness witness) {
    this.world = world;
    this.time = world.time();
    this.prometheus = world.prometheus();
    this.witness = witness;
  }

  @Override
  public String name() {
    return "simulated";
  }

  @Override
  public Advice advice() {
    return new ReloadUrlAdvice();
  }

  @Override
  public Readiness readiness() {
    return switch (ask(() -> prometheus.ready() ? "ready" : "")) {
      case Answer.Given<String>(String word) when word.isEmpty() -> new Readiness.Starting();
      case Answer.Given<String> ready -> new Readiness.Ready();
      case Answer.Missing<String>(CallFailure.Unavailable proxy) -> new Readiness.Starting();
      case Answer.Missing<String>(CallFailure failure) -> new Readiness.Failed(failure);
    };
  }

  @Override
  public Answer<ConfigStatus> configStatus() {
    return ask(
        () -> {
          witness.asked();
          return prometheus.status();
        });
  }

  @Override
  public Answer<RuntimeInfo> runtimeInfo() {
    return ask(prometheus::runtimeInfo);
  }

  @Override
  public Answer<String> servedConfigHash() {
    return ask(() -> prometheus.runs().orElseThrow().contents());
  }

  @Override
  public <T> Answer<T> servedConfig(BodyReader<T> reader) {
    return new Answer.Missing<>(new CallFailure.NotThere("HTTP 404"));
  }

  @Override
  public Answer<Integer> rules(Consumer<ServedGroup> groups) {
    return new Answer.Missing<>(new CallFailure.NotThere("HTTP 404"));
  }

  @Override
  public Answer<String> formatted(String query) {
    return new Answer.Missing<>(new CallFailure.NotThere("HTTP 404"));
  }

  @Override
  public Answer<TargetFlags> flags() {
    return new Answer.Missing<>(new CallFailure.NotThere("HTTP 404"));
  }

  @Override
  public ReloadReply reload() {
    witness.reloadBegins();
    ReloadReply reply = post(time.instant().plus(world.timing().reloadTimeout()));
    witness.reloadEnds(reply);
    return reply;
  }

  private ReloadReply post(Instant deadline) {
    travel();
    if (!prometheus.up()) {
      return failed(new CallFailure.NotConnected("connection refused"));
    }
    if (world.network().withholds()) {
      return new ReloadReply.Unavailable("HTTP 503");
    }
    if (world.network().lies()) {
      witness.liedTo();
      travel();
      return new ReloadReply.Accepted();
    }
    return breaks() ? lost() : deliver(deadline);
  }

  private ReloadReply deliver(Instant deadline) {
    Optional<Instant> process = prometheus.startedAt();
    var request = new ReloadRequest(witness.number(), witness.askedAt(), witness::reloads);
    witness.arrives(request);
    prometheus.accept(request);
    if (breaks()) {
      request.leave(time.instant().plus(world.timing().patience().broken()));
      return lost();
    }
    time.await(
        prometheus.bell(),
        () -> request.reply().isPresent() || !prometheus.startedAt().equals(process),
        deadline);
    if (request.reply().isPresent()) {
      travel();
      return breaks() ? lost() : request.reply().get();
    }
    if (!prometheus.startedAt().equals(process)) {
      return lost();
    }
    Instant givenUpAt = time.instant().plus(world.timing().patience().late());
    request.leave(givenUpAt);
    witness.leftUnanswered(givenUpAt);
    return failed(new CallFailure.TimedOut("no answer in time"));
  }

  private <T> Answer<T> ask(Supplier<T> question) {
    Instant deadline = time.instant().plus(world.timing().callTimeout());
    travel();
    Optional<CallFailure> failure = reach(deadline);
    if (failure.isPresent()) {
      return new Answer.Missing<>(failure.get());
    }
    T answer = question.get();
    travel();
    return breaks() ? new Answer.Missing<>(BROKEN) : new Answer.Given<>(answer);
  }

  private Optional<CallFailure> reach(Instant deadline) {
    if (!prometheus.up()) {
      return Optional.of(new CallFailure.NotConnected("connection refused"));
    }
    if (world.network().withholds()) {
      return Optional.of(new CallFailure.Unavailable("HTTP 503"));
    }
    if (breaks()) {
      return Optional.of(BROKEN);
    }
    Optional<Instant> process = prometheus.startedAt();
    time.await(
        prometheus.bell(),
        () -> !prometheus.hangs() || !prometheus.startedAt().equals(process),
        deadline);
    if (!prometheus.startedAt().equals(process)) {
      return Optional.of(BROKEN);
    }
    return prometheus.hangs()
        ? Optional.of(new CallFailure.TimedOut("no answer in time"))
        : Optional.empty();
  }

  private ReloadReply lost() {
    witness.leftUnanswered(time.instant().plus(world.timing().patience().broken()));
    return failed(BROKEN);
  }

  private static ReloadReply failed(CallFailure failure) {
    return new ReloadReply.Failed(failure);
  }

  private boolean breaks() {
    return world.network().resets() && world.chance().oneIn(3);
  }

  private void travel() {
    time.sleep(world.chance().upTo(world.network().delay()));
  }
}
