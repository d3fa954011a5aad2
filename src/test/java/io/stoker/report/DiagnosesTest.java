package io.stoker.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.report.Diagnosis.Code;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DiagnosesTest {
  private static final Diagnosis EMPTY = empty("it is empty");

  private final LogLines log = new LogLines();
  private final Diagnoses diagnoses = new Diagnoses();

  @AfterEach
  void leave() {
    log.close();
  }

  @Test
  void aDiagnosisIsLoggedOnceWhenItAppearsAndOnceWhenItIsGone() {
    diagnoses.found("files", List.of(EMPTY));
    diagnoses.found("files", List.of(EMPTY));
    diagnoses.found("files", List.of());
    diagnoses.found("files", List.of());

    assertThat(log.lines())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .startsWith("WARN ")
                    .contains("diagnosis=empty-file about=/etc/p.yml")
                    .contains("cause=\"it is empty\" fix=\"write it\""),
            line ->
                assertThat(line)
                    .startsWith("INFO ")
                    .contains("gone")
                    .contains("diagnosis=empty-file about=/etc/p.yml"));
  }

  @Test
  void otherWordsForTheSameFaultAreShownButNotLoggedAgain() {
    diagnoses.found("files", List.of(EMPTY));
    diagnoses.found("files", List.of(empty("it is still empty")));

    assertThat(log.lines()).hasSize(1);
    assertThat(diagnoses.all()).containsExactly(empty("it is still empty"));
  }

  @Test
  void oneFinderTakesNothingBackThatAnotherHasFound() {
    diagnoses.found("files", List.of(EMPTY));
    diagnoses.found("pod", List.of());

    assertThat(diagnoses.all()).containsExactly(EMPTY);
  }

  @Test
  void whatTwoFindersFindIsOneUntilNeitherDoes() {
    diagnoses.found("files", List.of(EMPTY));
    diagnoses.found("others", List.of(EMPTY));
    diagnoses.found("files", List.of());

    assertThat(diagnoses.all()).containsExactly(EMPTY);
    assertThat(log.lines()).hasSize(1);
  }

  private static Diagnosis empty(String cause) {
    return new Diagnosis(Code.EMPTY_FILE, "/etc/p.yml", cause, "write it");
  }
}
