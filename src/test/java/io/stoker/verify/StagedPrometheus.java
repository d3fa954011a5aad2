package io.stoker.verify;

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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Serves a main file as it is, and whatever else a test wants. */
final class StagedPrometheus implements Target {
  private final String main;

  String hash = "";
  Optional<CallFailure> failure = Optional.empty();
  Optional<CallFailure> configFailure = Optional.empty();
  List<ServedGroup> groups = List.of();

  StagedPrometheus(String main) {
    this.main = main;
  }

  @Override
  public String name() {
    return "staged";
  }

  @Override
  public Advice advice() {
    return new ReloadUrlAdvice();
  }

  @Override
  public Readiness readiness() {
    return new Readiness.Ready();
  }

  @Override
  public ReloadReply reload() {
    return new ReloadReply.Accepted();
  }

  @Override
  public Answer<ConfigStatus> configStatus() {
    return given(new ConfigStatus(true, 1, 1), failure);
  }

  @Override
  public Answer<RuntimeInfo> runtimeInfo() {
    return given(new RuntimeInfo("1", "1", true), failure);
  }

  @Override
  public Answer<String> servedConfigHash() {
    return given(hash, failure);
  }

  @Override
  public <T> Answer<T> servedConfig(BodyReader<T> reader) {
    String json = "{\"yaml\":\"" + main.replace("\n", "\\n") + "\"}";
    try {
      var answer = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
      return given(reader.read(answer), configFailure);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Answer<Integer> rules(Consumer<ServedGroup> consumer) {
    groups.forEach(consumer);
    return given(groups.size(), failure);
  }

  /** Its spelling knows only small letters. */
  @Override
  public Answer<String> formatted(String query) {
    return given(query.toLowerCase(Locale.ROOT), failure);
  }

  @Override
  public Answer<TargetFlags> flags() {
    return given(new TargetFlags("/etc/prometheus/prometheus.yml", false), failure);
  }

  private static <T> Answer<T> given(T value, Optional<CallFailure> failure) {
    return failure.<Answer<T>>map(Answer.Missing::new).orElseGet(() -> new Answer.Given<>(value));
  }
}
