package io.stoker.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.report.Outcome.Kind;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogReporterTest {
  private final LogReporter reporter = new LogReporter();
  private final LogLines log = new LogLines();
  private final List<String> lines = log.lines();

  @AfterEach
  void leave() {
    log.close();
  }

  @Test
  void aCycleIsOneLineWithFixedKeys() {
    reporter.reported(Reports.of(7, Kind.PROVEN));

    assertThat(lines)
        .singleElement()
        .asString()
        .matches(
            "INFO ts=\\S+ level=info logger=stoker msg=\"reload proven\""
                + " target=http://127.0.0.1:9090/-/reload cycle=7 trigger=change outcome=proven"
                + " cause=none state=in-sync fingerprint=fingerprint files=3 changed=1 attempts=1 took_ms=21"
                + " since_change_ms=250 reason=\"\"\n");
  }

  @Test
  void aFailureThatRepeatsIsToldOnce() {
    reporter.reported(Reports.failure(1, 1, "x"));
    reporter.reported(Reports.failure(2, 2, "x"));
    reporter.reported(Reports.failure(3, 3, "x"));

    assertThat(lines).hasSize(1);
  }

  @Test
  void aFailureThatComesBackAfterAProofIsToldAgain() {
    reporter.reported(Reports.failure(1, 1, "x"));
    reporter.reported(Reports.of(2, Kind.PROVEN));
    reporter.reported(Reports.failure(3, 2, "x"));

    assertThat(lines).hasSize(3);
  }

  @Test
  void whatChangedNothingIsNotTold() {
    reporter.reported(Reports.of(1, Kind.UNCHANGED));

    assertThat(lines).isEmpty();
  }

  @Test
  void aReasonIsTakenLiterally() {
    var outcome = new Outcome(Kind.REJECTED, "field {0} isn't \"x\"\nline 2");
    reporter.reported(Reports.of(1, "t", 1, "f", outcome));

    assertThat(lines)
        .singleElement()
        .asString()
        .startsWith("ERROR ")
        .endsWith("reason=\"field {0} isn't \\\"x\\\"\\nline 2\"\n");
  }
}
