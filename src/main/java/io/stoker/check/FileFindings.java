package io.stoker.check;

import io.stoker.yaml.Position;
import io.stoker.yaml.YamlRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong with one file; beyond a limit it only counts. */
final class FileFindings {
  private final String file;
  private final List<Finding> findings = new ArrayList<>();
  private String part = "";
  private int errors;
  private int warnings;

  FileFindings(String file) {
    this.file = file;
  }

  /** Names the group or rule that the next findings belong to; empty for none. */
  void within(String group) {
    part = group;
  }

  void error(Position position, String cause, String nextStep) {
    add(Severity.ERROR, Optional.of(position), cause, nextStep);
  }

  void warning(Position position, String cause, String nextStep) {
    add(Severity.WARNING, Optional.of(position), cause, nextStep);
  }

  /** Of the whole file. */
  void error(String cause, String nextStep) {
    add(Severity.ERROR, Optional.empty(), cause, nextStep);
  }

  /** Of the whole file. */
  void warning(String cause, String nextStep) {
    add(Severity.WARNING, Optional.empty(), cause, nextStep);
  }

  void refusal(YamlRefusal refusal) {
    if (refusal.isCertain()) {
      error(refusal.position(), refusal.getMessage(), refusal.nextStep());
    } else {
      warning(
          refusal.position(),
          "Stoker cannot read on from here, so the rest of the file is not checked: "
              + refusal.getMessage(),
          refusal.nextStep());
    }
  }

  List<Finding> findings() {
    return findings;
  }

  int errors() {
    return errors;
  }

  int warnings() {
    return warnings;
  }

  private void add(Severity severity, Optional<Position> position, String cause, String nextStep) {
    errors += severity == Severity.ERROR ? 1 : 0;
    warnings += severity == Severity.WARNING ? 1 : 0;
    if (findings.size() < CheckResult.MOST) {
      var place = new Place(file, position, part);
      findings.add(new Finding(severity, place, cause, nextStep, Optional.empty()));
    }
  }
}
