package io.stoker.diagnose;

import io.stoker.report.Diagnosis;
import io.stoker.report.Diagnosis.Code;
import io.stoker.target.Answer;
import io.stoker.target.RuntimeInfo;
import io.stoker.target.Target;
import java.util.List;
import java.util.Optional;

/**
 * Whether a refused configuration is served nevertheless. Prometheus takes over a configuration
 * before all its parts have taken it, and keeps it when one has not (2.53 and 3.5).
 */
final class HalfApplied {
  private volatile Optional<RuntimeInfo> said = Optional.empty();
  private volatile Optional<Served> good = Optional.empty();

  /** What was served while all was well. */
  private record Served(RuntimeInfo run, String hash) {}

  void said(RuntimeInfo info) {
    said = Optional.of(info);
  }

  /** Only what is served after a successful reload is good. */
  void served(String hash) {
    said.filter(RuntimeInfo::reloadConfigSuccess)
        .ifPresent(run -> good = Optional.of(new Served(run, hash)));
  }

  /** After a refusal: what is amiss, if the target still is as it was after its last success. */
  List<Diagnosis> refused(Target target) {
    if (good.isEmpty()
        || !(target.runtimeInfo() instanceof Answer.Given<RuntimeInfo>(RuntimeInfo now))
        || !(target.servedConfigHash() instanceof Answer.Given<String>(String hash))) {
      return List.of();
    }
    RuntimeInfo then = good.get().run();
    boolean sameRun =
        then.startTime().equals(now.startTime())
            && then.lastConfigTime().equals(now.lastConfigTime());
    return !now.reloadConfigSuccess() && sameRun && !hash.equals(good.get().hash())
        ? List.of(diagnosis(target))
        : List.of();
  }

  private static Diagnosis diagnosis(Target target) {
    return new Diagnosis(
        Code.HALF_APPLIED,
        target.name(),
        "Prometheus serves the configuration that it refused, but runs parts of the one before, such as its rules",
        "mend what its log names; until then its page on the configuration does not tell what it runs");
  }
}
