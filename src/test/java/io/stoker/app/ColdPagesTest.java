package io.stoker.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.report.Outcome;
import io.stoker.report.Reports;
import io.stoker.testbed.ManualClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ColdPagesTest {
  private final ManualClock clock = ManualClock.at(Instant.EPOCH);
  private final Executable executable = new Executable();
  private final ColdPages pages = new ColdPages(clock, executable);

  @Test
  void memoryIsGivenBackOnceAfterEachReload() {
    tickFor(Duration.ofMinutes(1));
    assertThat(executable.released).isZero();

    pages.reported(Reports.of(1, Outcome.Kind.PROVEN));
    tickFor(Duration.ofMinutes(1));
    assertThat(executable.released).isOne();

    pages.reported(Reports.of(1, Outcome.Kind.PROVEN));
    tickFor(Duration.ofMinutes(1));
    assertThat(executable.released).isEqualTo(2);
  }

  @Test
  void whileReloadsFollowOneAnotherNothingIsGivenBack() {
    for (int i = 0; i < 10; i++) {
      pages.reported(Reports.of(1, Outcome.Kind.PROVEN));
      tickFor(Duration.ofSeconds(4));
    }
    assertThat(executable.released).isZero();
  }

  @Test
  void whatALookAtAllFilesHasTouchedIsGivenBackAsWell() {
    pages.reported(Reports.of(1, Outcome.Kind.PROVEN));
    tickFor(Duration.ofMinutes(1));

    executable.pages += 1_000;
    tickFor(Duration.ofSeconds(31));
    assertThat(executable.released).isEqualTo(2);
  }

  @Test
  void whatIsDoneBesideReloadsCountsAsOne() {
    pages.reported(Reports.of(1, Outcome.Kind.PROVEN));
    tickFor(Duration.ofSeconds(10));

    pages.noting(Runnable::run).execute(() -> executable.pages += 1_000);
    tickFor(Duration.ofMinutes(1));
    assertThat(executable.released).isEqualTo(2);
  }

  @Test
  void whatTheNextQuestionToTheTargetTouchesIsLeftThere() {
    pages.reported(Reports.of(1, Outcome.Kind.PROVEN));
    tickFor(Duration.ofSeconds(20));

    executable.pages += 1_000;
    tickFor(Duration.ofMinutes(5));
    assertThat(executable.released).isOne();
  }

  @Test
  void howeverOftenPagesComeBackTheyAreSeldomGivenBack() {
    pages.reported(Reports.of(1, Outcome.Kind.PROVEN));
    for (int second = 0; second < 60; second++) {
      executable.pages += 1_000;
      tickFor(Duration.ofSeconds(1));
    }
    assertThat(executable.released).isBetween(2, 3);
  }

  @Test
  void fewPagesAreNotWorthTheTrouble() {
    pages.reported(Reports.of(1, Outcome.Kind.PROVEN));
    tickFor(Duration.ofMinutes(1));

    executable.pages += 500;
    tickFor(Duration.ofMinutes(1));
    assertThat(executable.released).isOne();
  }

  private static final class Executable implements ColdPages.Memory {
    private long pages = 5_000;
    private int released;

    @Override
    public long pages() {
      return pages;
    }

    @Override
    public void release() {
      released++;
    }
  }

  private void tickFor(Duration time) {
    for (Duration passed = Duration.ZERO;
        passed.compareTo(time) < 0;
        passed = passed.plusSeconds(1)) {
      clock.advance(Duration.ofSeconds(1));
      pages.tick();
    }
  }
}
