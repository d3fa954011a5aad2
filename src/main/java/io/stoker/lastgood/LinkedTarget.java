package io.stoker.lastgood;

import io.stoker.report.Diagnoses;
import io.stoker.target.Answer;
import io.stoker.target.BodyReader;
import io.stoker.target.ConfigStatus;
import io.stoker.target.Readiness;
import io.stoker.target.ReloadReply;
import io.stoker.target.RuntimeInfo;
import io.stoker.target.ServedGroup;
import io.stoker.target.Target;
import io.stoker.target.TargetFlags;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * A target that may read its files through {@code current}: a reload is one of the live files, and
 * where it refuses them it would start with the last good ones.
 */
public final class LinkedTarget implements Target {
  private static final String FINDER = "last-good link";

  private final Target target;
  private final LastGoodFolder folder;
  private final Diagnoses diagnoses;

  public LinkedTarget(Target target, LastGoodFolder folder, Diagnoses diagnoses) {
    this.target = target;
    this.folder = folder;
    this.diagnoses = diagnoses;
  }

  @Override
  public String name() {
    return target.name();
  }

  @Override
  public Readiness readiness() {
    return target.readiness();
  }

  @Override
  public ReloadReply reload() {
    point(folder::pointToLive);
    ReloadReply reply = target.reload();
    switch (reply) {
      case ReloadReply.Rejected rejected -> point(folder::pointToGood);
      case ReloadReply.Accepted accepted -> {}
      case ReloadReply.Misconfigured misconfigured -> {}
      case ReloadReply.Unavailable unavailable -> {}
      case ReloadReply.Failed failed -> {}
    }
    return reply;
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

  /** A link that cannot be moved keeps nobody from reloading. */
  private void point(Pointing pointing) {
    try {
      pointing.run();
      diagnoses.found(FINDER, List.of());
    } catch (IOException e) {
      diagnoses.found(FINDER, List.of(UnwritableFolder.diagnosis(folder, e)));
    }
  }

  @FunctionalInterface
  private interface Pointing {
    void run() throws IOException;
  }
}
