package io.stoker.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.testbed.ManualClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PulseTest {
  private final ManualClock clock = ManualClock.at(Instant.EPOCH);
  private final Pulse pulse = new Pulse(clock, Duration.ofSeconds(30));

  @Test
  void itBeatsAsLongAsTheThreadComesAround() {
    clock.advance(Duration.ofSeconds(29));
    assertThat(pulse.beats()).isTrue();
    pulse.beat();
    clock.advance(Duration.ofSeconds(29));

    assertThat(pulse.beats()).isTrue();
  }

  @Test
  void itStopsWhenTheThreadDoesNotComeAround() {
    clock.advance(Duration.ofSeconds(30));

    assertThat(pulse.beats()).isFalse();
  }
}
