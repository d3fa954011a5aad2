package io.stoker.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.report.Outcome;
import io.stoker.report.Reports;
import io.stoker.testbed.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ColdPagesTest {
  private final ManualClock clock = ManualClock.at(Instant.EPOCH);
  private final AtomicInteger released = new AtomicInteger();
  private final ColdPages pages = new ColdPages(clock, released::incrementAndGet);

  @Test
  void memoryIsGivenBackOnceAfterEachReload() {
    tickFor(Duration.ofMinutes(1));
    assertThat(released).hasValue(0);

    pages.reported(Reports.of(1, Outcome.Kind.PROVEN));
    tickFor(Duration.ofMinutes(1));
    assertThat(released).hasValue(1);

    pages.reported(Reports.of(1, Outcome.Kind.PROVEN));
    tickFor(Duration.ofMinutes(1));
    assertThat(released).hasValue(2);
  }

  @Test
  void whileReloadsFollowOneAnotherNothingIsGivenBack() {
    for (int i = 0; i < 10; i++) {
      pages.reported(Reports.of(1, Outcome.Kind.PROVEN));
      tickFor(Duration.ofSeconds(4));
    }
    assertThat(released).hasValue(0);
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
