package io.stoker.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrometheusDurationTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0s, 0",
    "15s, 15000",
    "1h30m, 5400000",
    "1y2w3d4h5m6s7ms, 33019506007",
    "007s, 7000",
    "292y, 9208512000000"
  })
  void readsDurations(String text, BigInteger milliseconds) {
    assertThat(PrometheusDuration.milliseconds(text)).contains(milliseconds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "5", "00", "s", "1.5h", "-1m", "1m1h", "1m1m", "1 m", "1M", "300y", "5µs"})
  void refusesTheRest(String text) {
    assertThat(PrometheusDuration.milliseconds(text)).isEmpty();
  }
}
