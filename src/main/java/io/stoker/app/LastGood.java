package io.stoker.app;

import io.stoker.fingerprint.Fingerprinter;
import io.stoker.lastgood.HandOver;
import io.stoker.lastgood.LastGoodFolder;
import io.stoker.lastgood.LastGoodKeeper;
import io.stoker.lastgood.LinkedTarget;
import io.stoker.lastgood.RuleFileNames;
import io.stoker.report.Diagnoses;
import io.stoker.report.LineEncodings;
import io.stoker.report.Reporter;
import io.stoker.source.DirectorySource;
import io.stoker.source.Source;
import io.stoker.source.WatchedRoot;
import io.stoker.target.Target;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/** What {@code --keep-last-good} adds to a sidecar, and all that runs before a Prometheus. */
final class LastGood {
  private static final Logger LOG = Logger.getLogger("stoker");

  private final List<WatchedRoot> roots;
  private final LastGoodFolder folder;
  private final Diagnoses diagnoses;
  private final LastGoodKeeper keeper;

  /** One for settings that name a folder. */
  LastGood(Settings.Watched watched, Diagnoses diagnoses) {
    this.roots = watched.roots();
    this.folder = new LastGoodFolder(watched.lastGood().orElseThrow());
    this.diagnoses = diagnoses;
    this.keeper =
        new LastGoodKeeper(folder, () -> source(roots), RuleFileNames.in(roots), diagnoses, disk());
  }

  /** What waits for a disk would hold up all virtual threads, and with them reloads. */
  private static Executor disk() {
    return Executors.newSingleThreadExecutor(
        Thread.ofPlatform().daemon().name("last-good").factory());
  }

  /** Sees to it that Prometheus could start; blocks. */
  void start() {
    HandOver handOver = handOver(folder, roots);
    LOG.log(level(handOver), words(handOver));
  }

  void tick() {
    keeper.tick();
  }

  Target linked(Target target) {
    return new LinkedTarget(target, folder, diagnoses);
  }

  Reporter reporter() {
    return keeper;
  }

  /**
   * All of a run before Prometheus.
   *
   * @return the exit code
   */
  static int handOver(Settings settings, PrintStream out) {
    Settings.Watched watched = settings.watched();
    var folder = new LastGoodFolder(watched.lastGood().orElseThrow());
    HandOver handOver = handOver(folder, watched.roots());
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("ts", Instant.now().toString());
    line.put("level", level(handOver).name().toLowerCase(Locale.ROOT));
    line.put("logger", "stoker");
    line.put("msg", words(handOver));
    out.println(
        switch (settings.logging().format()) {
          case LOGFMT -> LineEncodings.logfmt(line);
          case JSON -> LineEncodings.json(line);
        });
    return handOver instanceof HandOver.Failed ? 1 : 0;
  }

  private static HandOver handOver(LastGoodFolder folder, List<WatchedRoot> roots) {
    return HandOver.make(
        folder, new Fingerprinter(source(roots), InstantSource.system(), Duration.ZERO));
  }

  private static Source source(List<WatchedRoot> roots) {
    return new DirectorySource(roots, InstantSource.system(), Duration.ZERO);
  }

  private static Logger.Level level(HandOver handOver) {
    return handOver instanceof HandOver.Live ? Logger.Level.INFO : Logger.Level.ERROR;
  }

  private static String words(HandOver handOver) {
    return switch (handOver) {
      case HandOver.Live(var link) -> link + " leads to the live configuration";
      case HandOver.LastGood(var link, var refused) ->
          "%s leads to the LAST GOOD configuration, since Prometheus has refused the current one (%s): mend that"
              .formatted(link, refused.abbreviated());
      case HandOver.NothingBetter(var link, var refused) ->
          "Prometheus has refused the current configuration (%s) and cannot start with it, but there is no whole copy of a good one beside %s"
              .formatted(refused.abbreviated(), link);
      case HandOver.Failed(String reason) -> reason;
    };
  }
}
