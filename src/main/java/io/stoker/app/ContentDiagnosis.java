package io.stoker.app;

import io.stoker.diagnose.MainFiles;
import io.stoker.diagnose.ServedContent;
import io.stoker.diagnose.ServedMain;
import io.stoker.diagnose.ServedRules;
import io.stoker.fingerprint.ConfigReader;
import io.stoker.fingerprint.Content;
import io.stoker.fingerprint.Reading;
import io.stoker.report.Diagnoses;
import io.stoker.target.Target;
import java.util.concurrent.Executor;

/** Wires the comparison of what a target serves with what its files hold. */
record ContentDiagnosis(Target target, MainFiles main, Diagnoses diagnoses, Executor io) {

  /** The comparison, as long as the files are those that a report is about. */
  ServedContent of(ConfigReader reader) {
    return new ServedContent(
        new ServedMain(target, main),
        new ServedRules(target, main),
        () -> reader.read() instanceof Reading.Found(Content now) ? now.fingerprint().hex() : "",
        diagnoses,
        io);
  }
}
