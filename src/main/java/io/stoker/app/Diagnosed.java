package io.stoker.app;

import io.stoker.diagnose.DiagnosedFiles;
import io.stoker.diagnose.DiagnosedTarget;
import io.stoker.diagnose.MainFiles;
import io.stoker.diagnose.ServedContent;
import io.stoker.diagnose.ServedDrift;
import io.stoker.diagnose.ServedMain;
import io.stoker.diagnose.ServedRules;
import io.stoker.fingerprint.ConfigReader;
import io.stoker.fingerprint.Content;
import io.stoker.fingerprint.Fingerprint;
import io.stoker.fingerprint.Reading;
import io.stoker.reload.ReloadEvent;
import io.stoker.report.Diagnoses;
import io.stoker.source.DirectorySource;
import io.stoker.target.Target;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** A target and its files, which are looked at for what is set up wrongly. */
final class Diagnosed {
  /** Less than a minute by a usual tick, so that none of them comes just too early. */
  private static final Duration FULL_LOOK_EVERY = Duration.ofSeconds(55);

  private final MainFiles main;
  private final DiagnosedFiles files;
  private final Target target;
  private final Diagnoses diagnoses;

  /**
   * Of which nothing is known yet.
   *
   * @param io runs what blocks
   */
  Diagnosed(Settings.Watched watched, Target target, Diagnoses diagnoses, Executor io) {
    this.main = MainFiles.of(watched.roots());
    this.target = new DiagnosedTarget(target, main, diagnoses, io);
    this.diagnoses = diagnoses;
    // what the API server tells of ConfigMaps needs no judging by files
    boolean judgesSizes = !watched.kubernetes();
    var source = new DirectorySource(watched.roots(), InstantSource.system(), FULL_LOOK_EVERY);
    this.files = new DiagnosedFiles(source, main, judgesSizes, diagnoses);
  }

  DiagnosedFiles files() {
    return files;
  }

  Target target() {
    return target;
  }

  /** Where the target serves something else than the main file holds, in words. */
  Optional<String> drift() {
    return new ServedDrift(target, main).words();
  }

  /**
   * Compares what the target serves with the files, as long as they are those of a report.
   *
   * @param events takes what it means for the target's state
   * @param rare runs what blocks, seldom
   */
  ServedContent content(ConfigReader reader, Consumer<ReloadEvent> events, Executor rare) {
    var listeners =
        new ServedContent.Listeners(
            diagnoses,
            (proven, difference) ->
                events.accept(new ReloadEvent.RulesCompared(new Fingerprint(proven), difference)));
    return new ServedContent(
        new ServedMain(target, main),
        new ServedRules(target, main),
        () -> reader.read() instanceof Reading.Found(Content now) ? now.fingerprint().hex() : "",
        listeners,
        rare);
  }
}
