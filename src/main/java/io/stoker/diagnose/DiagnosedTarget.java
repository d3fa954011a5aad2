package io.stoker.diagnose;

import io.stoker.report.Diagnoses;
import io.stoker.report.Diagnosis;
import io.stoker.report.Diagnosis.Code;
import io.stoker.target.Answer;
import io.stoker.target.CallFailure;
import io.stoker.target.ForwardingTarget;
import io.stoker.target.Refusal;
import io.stoker.target.ReloadReply;
import io.stoker.target.RuntimeInfo;
import io.stoker.target.Target;
import io.stoker.target.TargetFlags;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A target whose answers are also read for what is set up wrongly. Only its flags are asked for
 * besides, once for each of its processes, since they cannot change while it runs.
 */
public final class DiagnosedTarget extends ForwardingTarget {
  private static final String NONE = "";

  private final Target target;
  private final MainFiles files;
  private final Diagnoses diagnoses;
  private final Executor io;
  private final HalfApplied halfApplied = new HalfApplied();
  private final AtomicReference<String> examined = new AtomicReference<>(NONE);
  private volatile Optional<TargetFlags> known = Optional.empty();

  /**
   * A target of which nothing is known yet.
   *
   * @param files what is watched, to compare with what it reads
   * @param io runs what blocks
   */
  public DiagnosedTarget(Target target, MainFiles files, Diagnoses diagnoses, Executor io) {
    super(target);
    this.target = target;
    this.files = files;
    this.diagnoses = diagnoses;
    this.io = io;
  }

  @Override
  public ReloadReply reload() {
    ReloadReply reply = target.reload();
    switch (reply) {
      case ReloadReply.Accepted accepted -> {
        tell("reply", List.of());
        tell("refusal", List.of());
      }
      case ReloadReply.Rejected rejected -> {
        tell("reply", List.of());
        io.execute(() -> tell("refusal", halfApplied.refused(target)));
      }
      case ReloadReply.Misconfigured(Refusal refusal, String reason) ->
          tell("reply", List.of(diagnosis(refusal)));
      // it says nothing of how it is set up
      case ReloadReply.Unavailable unavailable -> {}
      case ReloadReply.Failed failed -> {}
    }
    return reply;
  }

  /** Asked for after each reload and at each tick, so that each new process is noticed. */
  @Override
  public Answer<RuntimeInfo> runtimeInfo() {
    Answer<RuntimeInfo> answer = target.runtimeInfo();
    if (answer instanceof Answer.Given<RuntimeInfo>(RuntimeInfo info)) {
      halfApplied.said(info);
      if (!info.startTime().equals(examined.getAndSet(info.startTime()))) {
        known = Optional.empty();
        io.execute(this::examine);
      }
    }
    return answer;
  }

  @Override
  public Answer<String> servedConfigHash() {
    Answer<String> answer = target.servedConfigHash();
    if (answer instanceof Answer.Given<String>(String hash)) {
      halfApplied.served(hash);
    }
    return answer;
  }

  /** Those of the process that was noticed last. */
  @Override
  public Answer<TargetFlags> flags() {
    return known.<Answer<TargetFlags>>map(Answer.Given::new).orElseGet(target::flags);
  }

  private void examine() {
    switch (target.flags()) {
      case Answer.Given<TargetFlags>(TargetFlags flags) -> {
        known = Optional.of(flags);
        tell("flags", of(flags));
      }
      case Answer.Missing<TargetFlags>(CallFailure.NotThere none) -> tell("flags", List.of());
      // the next tick asks again
      case Answer.Missing<TargetFlags> missing -> examined.set(NONE);
    }
  }

  private List<Diagnosis> of(TargetFlags flags) {
    var autoReload =
        new Diagnosis(
            Code.AUTO_RELOAD_ON,
            name(),
            "Prometheus reloads changes itself, too, so each may be reloaded twice and a refused one again and again",
            "start Prometheus without --config.auto-reload and --enable-feature=auto-reload-config");
    var all = new ArrayList<Diagnosis>();
    if (flags.autoReload()) {
      all.add(autoReload);
    }
    files.otherThan(flags.configFile()).ifPresent(cause -> all.add(otherFile(cause)));
    return all;
  }

  private Diagnosis otherFile(String cause) {
    return new Diagnosis(
        Code.OTHER_CONFIG_FILE,
        name(),
        cause,
        "give Stoker's --config-file and Prometheus' --config.file the same file");
  }

  private Diagnosis diagnosis(Refusal refusal) {
    Code code =
        switch (refusal) {
          case LIFECYCLE_DISABLED -> Code.LIFECYCLE_OFF;
          case UNAUTHORISED -> Code.WRONG_CREDENTIALS;
          case WRONG_PREFIX -> Code.WRONG_PREFIX;
          case PLAIN_HTTP_TO_TLS -> Code.PLAIN_HTTP_TO_TLS;
          case UNEXPECTED -> Code.NO_RELOAD_ENDPOINT;
        };
    return new Diagnosis(code, name(), refusal.cause(), advice().after(refusal));
  }

  private void tell(String finder, List<Diagnosis> found) {
    diagnoses.found(name() + " " + finder, found);
  }
}
