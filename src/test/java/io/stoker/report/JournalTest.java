package io.stoker.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class JournalTest {
  private final Journal journal = new Journal();

  @Test
  void theNewestReportComesFirst() {
    report(Reports.of(1, Outcome.Kind.PROVEN));
    report(Reports.of(2, Outcome.Kind.REJECTED));

    assertThat(journal.reports())
        .extracting(report -> report.attempt().id())
        .containsExactly(2L, 1L);
    assertThat(journal.report(1)).contains(Reports.of(1, Outcome.Kind.PROVEN));
    assertThat(journal.report(3)).isEmpty();
  }

  @Test
  void whatChangedNothingIsNotWorthAnEntry() {
    report(Reports.of(1, Outcome.Kind.UNCHANGED));

    assertThat(journal.reports()).isEmpty();
  }

  @Test
  void aFailureThatRepeatsIsOneEntryTheLatest() {
    report(Reports.of(1, Outcome.Kind.PROVEN));
    report(Reports.failure(2, 1, "x"));
    report(Reports.failure(3, 2, "x"));
    report(Reports.failure(4, 3, "x"));

    assertThat(journal.reports())
        .extracting(report -> report.attempt().id())
        .containsExactly(4L, 1L);
  }

  @Test
  void aFailureWithOtherContentIsAnotherEntry() {
    report(Reports.failure(1, 1, "x"));
    report(Reports.failure(2, 2, "y"));

    assertThat(journal.reports()).hasSize(2);
  }

  @Test
  void aFirstFailureIsAnEntryHoweverMuchItLooksLikeTheOneBefore() {
    report(Reports.failure(1, 1, "x"));
    report(Reports.failure(2, 1, "x"));

    assertThat(journal.reports()).hasSize(2);
  }

  @Test
  void targetsDoNotRepeatEachOther() {
    var outcome = new Outcome(Outcome.Kind.UNREACHABLE, "refused");
    report(Reports.of(1, "one", 2, "x", outcome));
    report(Reports.of(2, "other", 2, "x", outcome));

    assertThat(journal.reports()).hasSize(2);
  }

  @Test
  void aHundredAreRemembered() {
    LongStream.rangeClosed(1, 150).forEach(id -> report(Reports.of(id, Outcome.Kind.PROVEN)));

    assertThat(journal.reports()).hasSize(100);
    assertThat(journal.report(51)).isPresent();
    assertThat(journal.report(50)).isEmpty();
  }

  @Test
  void eachTargetHasOneState() {
    journal.changed(Reports.status(StateWord.STARTING, Optional.empty()));
    journal.changed(Reports.status(StateWord.IN_SYNC, Optional.of(Reports.STARTED)));

    assertThat(journal.statuses())
        .containsExactly(Reports.status(StateWord.IN_SYNC, Optional.of(Reports.STARTED)));
  }

  private void report(ReloadReport report) {
    journal.reported(report);
  }
}
