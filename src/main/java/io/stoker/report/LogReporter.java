package io.stoker.report;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/** One line for each cycle; a failure that only repeats the line before is for debugging. */
public final class LogReporter implements Reporter {
  private static final Logger LOG = Logger.getLogger("stoker");

  /** The status has the others. */
  private static final int MOST_FINDINGS = 10;

  private final Map<String, ReloadReport.Gist> failed = new ConcurrentHashMap<>();
  private final Map<String, List<FindingEntry>> found = new ConcurrentHashMap<>();
  private final Set<String> drifted = ConcurrentHashMap.newKeySet();

  @Override
  public void reported(ReloadReport report) {
    if (report.outcome().kind() == Outcome.Kind.UNCHANGED) {
      return;
    }
    Level level = isRepetition(report) ? Level.DEBUG : level(report.outcome().kind());
    LOG.logv(level, "reload " + report.outcome().kind().word(), fields(report));
  }

  private boolean isRepetition(ReloadReport report) {
    String target = report.attempt().target();
    if (report.outcome().applied()) {
      failed.remove(target);
      return false;
    }
    ReloadReport.Gist earlier = failed.put(target, report.gist());
    return earlier != null && report.repeats(earlier);
  }

  /** What a target runs by somebody else's doing may be mended by no cycle. */
  @Override
  public void changed(TargetStatus status) {
    logNew(status);
    boolean isDrifted = status.verdict().state() == StateWord.DRIFTED;
    if (isDrifted && drifted.add(status.target())) {
      LOG.logv(
          Level.WARN,
          "drifted",
          LogFields.none()
              .with("target", status.target())
              .with("state", StateWord.DRIFTED.word())
              .with("reason", status.verdict().reason()));
    } else if (!isDrifted) {
      drifted.remove(status.target());
    }
  }

  @Override
  public void gone(String target) {
    failed.remove(target);
    found.remove(target);
    drifted.remove(target);
  }

  private void logNew(TargetStatus status) {
    List<FindingEntry> before =
        status.findings().isEmpty()
            ? found.remove(status.target())
            : found.put(status.target(), status.findings());
    if (!status.findings().equals(before)) {
      status.findings().stream()
          .limit(MOST_FINDINGS)
          .forEach(finding -> LOG.logv(Level.WARN, "check " + finding.severity(), fields(finding)));
    }
  }

  private static Level level(Outcome.Kind kind) {
    return switch (kind) {
      case UNCHANGED, PROVEN, OVERTAKEN, STARTING, PENDING -> Level.INFO;
      case UNVERIFIABLE, DRIFTED, UNREACHABLE, TIMED_OUT, UNCONFIRMED, SOURCE_MISSING -> Level.WARN;
      case REJECTED, INVALID, MISCONFIGURED, FAULT -> Level.ERROR;
    };
  }

  private static LogFields fields(FindingEntry finding) {
    return LogFields.none()
        .with("file", finding.file())
        .with("line", finding.line().map(Object::toString).orElse(""))
        .with("column", finding.column().map(Object::toString).orElse(""))
        .with("part", finding.part())
        .with("cause", finding.cause())
        .with("fix", finding.nextStep())
        .with("excerpt", finding.excerpt().orElse(""));
  }

  private static LogFields fields(ReloadReport report) {
    Attempt attempt = report.attempt();
    Timeline timeline = report.timeline();
    return LogFields.none()
        .with("target", attempt.target())
        .with("cycle", attempt.id())
        .with("trigger", attempt.trigger().word())
        .with("outcome", report.outcome().kind().word())
        .with("cause", report.outcome().cause().word())
        .with("state", report.outcome().kind().state().word())
        .with("fingerprint", report.change().fingerprint())
        .with("files", report.change().files())
        .with("changed", report.change().changed())
        .with("attempts", attempt.attempts())
        .with("took_ms", timeline.total().toMillis())
        .with("since_change_ms", timeline.sinceChange().map(Duration::toMillis).orElse(0L))
        .with("reason", report.outcome().reason());
  }
}
