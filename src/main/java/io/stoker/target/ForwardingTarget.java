package io.stoker.target;

import java.util.function.Consumer;

/** Passes everything on; to be extended by who has something to do with some of it. */
public abstract class ForwardingTarget implements Target {
  private final Target target;

  protected ForwardingTarget(Target target) {
    this.target = target;
  }

  @Override
  public String name() {
    return target.name();
  }

  @Override
  public Advice advice() {
    return target.advice();
  }

  @Override
  public Readiness readiness() {
    return target.readiness();
  }

  @Override
  public ReloadReply reload() {
    return target.reload();
  }

  @Override
  public Answer<ConfigStatus> configStatus() {
    return target.configStatus();
  }

  @Override
  public Answer<RuntimeInfo> runtimeInfo() {
    return target.runtimeInfo();
  }

  @Override
  public Answer<String> servedConfigHash() {
    return target.servedConfigHash();
  }

  @Override
  public <T> Answer<T> servedConfig(BodyReader<T> reader) {
    return target.servedConfig(reader);
  }

  @Override
  public Answer<Integer> rules(Consumer<ServedGroup> groups) {
    return target.rules(groups);
  }

  @Override
  public Answer<String> formatted(String query) {
    return target.formatted(query);
  }

  @Override
  public Answer<TargetFlags> flags() {
    return target.flags();
  }
}
