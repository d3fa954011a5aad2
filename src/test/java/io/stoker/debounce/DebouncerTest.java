package io.stoker.debounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class DebouncerTest {
  private static final Instant T0 = Instant.parse("2026-11-22T10:00:00Z");

  private final Debouncer debouncer =
      new Debouncer(Duration.ofMillis(150), Duration.ofSeconds(10), Duration.ofSeconds(2));

  @Test
  void aSingleHintIsAnsweredAfterTheQuietPeriod() {
    assertThat(debouncer.due(Burst.startingAt(T0))).isEqualTo(T0.plusMillis(150));
  }

  @Test
  void eachFurtherHintBeginsTheQuietPeriodAnew() {
    var burst = Burst.startingAt(T0).and(T0.plusMillis(100)).and(T0.plusMillis(200));

    assertThat(debouncer.due(burst)).isEqualTo(T0.plusMillis(350));
  }

  @Test
  void aBurstThatNeverEndsIsAnsweredAfterTheLongestWait() {
    var burst = Burst.startingAt(T0);
    for (int i = 1; i <= 200; i++) {
      burst = burst.and(T0.plusMillis(100L * i));
    }

    assertThat(debouncer.due(burst)).isEqualTo(T0.plusSeconds(10));
  }

  @Test
  void withoutAQuietPeriodAHintIsDueAtOnce() {
    var eager = new Debouncer(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    assertThat(eager.due(Burst.startingAt(T0))).isEqualTo(T0);
    assertThat(eager.spaced(T0, T0)).isEqualTo(T0);
  }

  @Test
  void aBurstDeclaredOverIsDueAtOnceAndRemembersItsBeginning() {
    var over = Burst.startingAt(T0).atOnce();

    assertThat(debouncer.due(over)).isBefore(T0);
    assertThat(over.first()).isEqualTo(T0);
  }

  @Test
  void aReloadKeepsTheGapToTheOneBefore() {
    assertThat(debouncer.spaced(T0.plusSeconds(1), T0)).isEqualTo(T0.plusSeconds(2));
    assertThat(debouncer.spaced(T0.plusSeconds(2), T0)).isEqualTo(T0.plusSeconds(2));
    assertThat(debouncer.spaced(T0.plusSeconds(3), T0)).isEqualTo(T0.plusSeconds(3));
  }

  @Test
  void theFirstReloadHasNoGapToKeep() {
    assertThat(debouncer.spaced(T0, Instant.MIN)).isEqualTo(T0);
  }

  @Test
  void randomBurstsAreNeverPostponedBeyondTheLongestWait() {
    var random = RandomGenerator.of("L64X128MixRandom");
    for (int run = 0; run < 1000; run++) {
      var burst = Burst.startingAt(T0);
      for (int hint = 0; hint < 50; hint++) {
        burst = burst.and(burst.latest().plusMillis(random.nextInt(1000)));
        assertThat(debouncer.due(burst))
            .isBetween(T0, T0.plusSeconds(10))
            .isBeforeOrEqualTo(burst.latest().plusMillis(150));
      }
    }
  }
}
