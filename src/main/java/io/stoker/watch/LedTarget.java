package io.stoker.watch;

import io.stoker.target.Answer;
import io.stoker.target.BodyReader;
import io.stoker.target.CallFailure;
import io.stoker.target.ConfigStatus;
import io.stoker.target.Readiness;
import io.stoker.target.ReloadReply;
import io.stoker.target.RuntimeInfo;
import io.stoker.target.ServedGroup;
import io.stoker.target.Target;
import io.stoker.target.TargetFlags;
import java.util.function.Consumer;

/**
 * A target under the name that the watcher gives it, which gets no reload from a replica that does
 * not lead any more.
 */
record LedTarget(String name, Target target, Term term) implements Target {

  @Override
  public ReloadReply reload() {
    return term.isOver()
        ? new ReloadReply.Failed(new CallFailure.NotConnected("another replica leads now"))
        : target.reload();
  }

  @Override
  public Readiness readiness() {
    return target.readiness();
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
  public Answer<TargetFlags> flags() {
    return target.flags();
  }

  @Override
  public Answer<String> formatted(String expression) {
    return target.formatted(expression);
  }
}
