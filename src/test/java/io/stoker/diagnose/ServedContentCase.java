package io.stoker.diagnose;

import io.stoker.reload.StagedTarget;
import io.stoker.report.Change;
import io.stoker.report.Diagnoses;
import io.stoker.report.Diagnosis;
import io.stoker.report.Diagnosis.Code;
import io.stoker.report.Outcome;
import io.stoker.report.Outcome.Kind;
import io.stoker.report.ReloadReport;
import io.stoker.report.Reports;
import io.stoker.target.Answer;
import io.stoker.target.ServedGroup;
import io.stoker.target.TargetFlags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What a target serves and what its files hold, told by a test. */
abstract class ServedContentCase {
  static final String OLD = "scrape_configs: [{job_name: old}]";
  static final String NEW = "scrape_configs: [{job_name: new}]";

  @TempDir Path folder;

  final StagedTarget target = new StagedTarget();
  final Diagnoses diagnoses = new Diagnoses();
  final List<String> ofRules = new ArrayList<>();
  Path main;
  String now = "";
  ServedContent content;

  @BeforeEach
  void start() {
    main = folder.resolve("prometheus.yml");
    target.flags = new Answer.Given<>(new TargetFlags(main.toString(), false));
    var files = new MainFiles(List.of(main), List.of());
    content =
        new ServedContent(
            new ServedMain(target, files),
            new ServedRules(target, files),
            () -> now,
            new ServedContent.Listeners(
                diagnoses,
                (proven, difference) -> ofRules.add(proven + " " + difference.orElse("has all"))),
            Runnable::run);
  }

  void proven(String fingerprint, String written, String served) throws IOException {
    now = fingerprint;
    write(written, served);
    report(fingerprint, Kind.PROVEN);
  }

  void write(String written, String served) throws IOException {
    Files.writeString(main, written);
    serve(served);
  }

  void serve(String served) {
    target.served = served;
  }

  void ticks(int count) {
    for (int i = 0; i < count; i++) {
      content.tick();
    }
  }

  void report(String fingerprint, Kind kind) {
    report(fingerprint, kind, List.of(main.toString()));
  }

  void report(String fingerprint, Kind kind, List<String> changed) {
    var any = Reports.of(fingerprint, Outcome.of(kind));
    var change = Change.to(fingerprint, 1, changed);
    content.reported(new ReloadReport(any.attempt(), change, any.timeline(), any.outcome()));
  }

  static ServedGroup group(Path file, String name) {
    return new ServedGroup(file.toString(), name, 60, 0, List.of());
  }

  List<Code> codes() {
    return diagnoses.all().stream().map(Diagnosis::code).toList();
  }
}
