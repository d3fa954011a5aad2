package io.stoker.reload;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A target that answers what a test wants to hear; without orders it reloads as it should. */
public final class StagedTarget implements Target {
  Readiness readiness = new Readiness.Ready();
  public ReloadReply reply = new ReloadReply.Accepted();
  public boolean applies = true;
  CallFailure statusFailure;
  CallFailure infoFailure;
  CallFailure configFailure;
  public boolean successful = true;
  double successTime = 100;
  public double processStart = 10;
  public Answer<TargetFlags> flags = new Answer.Missing<>(new CallFailure.NotThere("HTTP 404"));
  public int flagsAsked;
  public String served = "served";
  public Optional<List<ServedGroup>> rules = Optional.empty();
  int reloads;
  Runnable onReload = () -> {};

  @Override
  public String name() {
    return "http://target/-/reload";
  }

  @Override
  public Advice advice() {
    return new ReloadUrlAdvice();
  }

  @Override
  public Readiness readiness() {
    return readiness;
  }

  @Override
  public ReloadReply reload() {
    reloads++;
    if (applies) {
      successTime++;
      successful = true;
    }
    onReload.run();
    return reply;
  }

  @Override
  public Answer<ConfigStatus> configStatus() {
    return answer(statusFailure, status());
  }

  @Override
  public Answer<RuntimeInfo> runtimeInfo() {
    return answer(infoFailure, info());
  }

  @Override
  public Answer<String> servedConfigHash() {
    return answer(configFailure, served);
  }

  @Override
  public <T> Answer<T> servedConfig(BodyReader<T> reader) {
    String json = "{\"data\":{\"yaml\":\"" + served + "\"}}";
    try {
      return answer(configFailure, reader.read(new ByteArrayInputStream(json.getBytes(UTF_8))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Answer<Integer> rules(Consumer<ServedGroup> groups) {
    rules.ifPresent(all -> all.forEach(groups));
    return rules
        .<Answer<Integer>>map(all -> new Answer.Given<>(all.size()))
        .orElseGet(() -> new Answer.Missing<>(new CallFailure.NotThere("HTTP 404")));
  }

  @Override
  public Answer<String> formatted(String query) {
    return new Answer.Missing<>(new CallFailure.NotThere("HTTP 404"));
  }

  @Override
  public Answer<TargetFlags> flags() {
    flagsAsked++;
    return flags;
  }

  ConfigStatus status() {
    return new ConfigStatus(successful, successTime, processStart);
  }

  RuntimeInfo info() {
    return new RuntimeInfo("start " + processStart, "loaded " + successTime, successful);
  }

  private static <T> Answer<T> answer(CallFailure failure, T value) {
    return failure == null ? new Answer.Given<>(value) : new Answer.Missing<>(failure);
  }
}
