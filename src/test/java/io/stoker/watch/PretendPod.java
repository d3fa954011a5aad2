package io.stoker.watch;

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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A Prometheus with a volume, which its kubelet may bring up to date late. */
final class PretendPod implements Target {
  private final String name;
  private final InstantSource clock;
  final List<Instant> reloads = new ArrayList<>();
  String volume;
  String loaded = "";
  int asked;
  private int reloadCount;
  String refusal = "";
  boolean away;

  PretendPod(String name, InstantSource clock, String volume) {
    this.name = name;
    this.clock = clock;
    this.volume = volume;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Advice advice() {
    return new ReloadUrlAdvice();
  }

  @Override
  public Readiness readiness() {
    asked++;
    return away
        ? new Readiness.Failed(new CallFailure.NotConnected("connection refused"))
        : new Readiness.Ready();
  }

  @Override
  public ReloadReply reload() {
    asked++;
    reloads.add(clock.instant());
    reloadCount++;
    if (!refusal.isEmpty()) {
      return new ReloadReply.Rejected(refusal);
    }
    loaded = volume;
    return new ReloadReply.Accepted();
  }

  @Override
  public Answer<ConfigStatus> configStatus() {
    asked++;
    return new Answer.Given<>(new ConfigStatus(refusal.isEmpty(), reloadCount, 1));
  }

  @Override
  public Answer<RuntimeInfo> runtimeInfo() {
    asked++;
    return new Answer.Given<>(new RuntimeInfo("started", "reload " + reloadCount, true));
  }

  @Override
  public Answer<String> servedConfigHash() {
    asked++;
    return new Answer.Given<>(loaded);
  }

  @Override
  public <T> Answer<T> servedConfig(BodyReader<T> reader) {
    return nothing();
  }

  @Override
  public Answer<Integer> rules(Consumer<ServedGroup> groups) {
    return nothing();
  }

  @Override
  public Answer<TargetFlags> flags() {
    return nothing();
  }

  @Override
  public Answer<String> formatted(String query) {
    return nothing();
  }

  private static <T> Answer<T> nothing() {
    return new Answer.Missing<>(new CallFailure.NotThere("HTTP 404"));
  }
}
