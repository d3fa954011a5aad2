package io.stoker.debounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackoffTest {
  private static final RandomGenerator NO_JITTER = () -> 0;
  private static final RandomGenerator MOST_JITTER = () -> -1;

  private final Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

  @ParameterizedTest
  @CsvSource({"1,200", "2,400", "3,800", "4,1600", "5,3200", "6,5000", "7,5000", "100,5000"})
  void itDoublesUpToItsCap(int failures, long millis) {
    assertThat(backoff.delay(failures, NO_JITTER)).isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 6, 31, 32, 63, 64, 1_000_000, Integer.MAX_VALUE})
  void jitterTakesAwayHalfAtMostHoweverManyFailures(int failures) {
    var whole = backoff.delay(failures, NO_JITTER);
    var least = backoff.delay(failures, MOST_JITTER);

    assertThat(least.toMillis()).isBetween(whole.toMillis() / 2, whole.toMillis() / 2 + 1);
    assertThat(whole).isLessThanOrEqualTo(Duration.ofSeconds(5)).isPositive();
  }

  @Test
  void aCapBelowTheFirstDelayHolds() {
    var quick = new Backoff(Duration.ofMillis(200), Duration.ofMillis(50));

    assertThat(quick.delay(1, NO_JITTER)).isEqualTo(Duration.ofMillis(50));
  }

  @Test
  void longDelaysDoNotOverflow() {
    var slow = new Backoff(Duration.ofDays(1), Duration.ofDays(365));

    assertThat(slow.delay(40, NO_JITTER)).isEqualTo(Duration.ofDays(365));
  }

  @Test
  void manyComeBackAtDifferentTimes() {
    var random = RandomGenerator.of("L64X128MixRandom");

    var delays = random.longs(100).mapToObj(i -> backoff.delay(6, random)).distinct();

    assertThat(delays).hasSizeGreaterThan(50);
  }
}
