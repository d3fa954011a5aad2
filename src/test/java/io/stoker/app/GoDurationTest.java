package io.stoker.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {
  @ParameterizedTest
  @CsvSource({
    "1m30s, PT1M30S",
    "500ms, PT0.5S",
    "1.5h, PT1H30M",
    "0, PT0S",
    "0s, PT0S",
    ".5s, PT0.5S",
    "1.s, PT1S",
    "1h1m1s1ms1us1ns, PT1H1M1.001001001S",
    "3µs, PT0.000003S",
    "3μs, PT0.000003S",
    "1s1h, PT1H1S",
    "2562047h47m16.854775807s, PT2562047H47M16.854775807S"
  })
  void readsWhatGoReads(String text, Duration duration) {
    assertThat(GoDuration.parse(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5",
        "-1s",
        "s",
        ".s",
        "1",
        "1d",
        "1 s",
        " 1s",
        "1s ",
        "1m30",
        "1e3s",
        "PT1S",
        "1,5s",
        "2562047h47m16.854775808s",
        "99999999999999999999h",
        "٣s",
        "00"
      })
  void refusesWhatIsNoDuration(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GoDuration.parse(text))
        .withMessage("is no duration such as 500ms, 5s or 1m30s");
  }

  @Test
  void whatIsWrittenCanBeReadAgain() {
    for (String text : new String[] {"0s", "150ms", "1s", "1500ms", "90s"}) {
      assertThat(GoDuration.format(GoDuration.parse(text))).isEqualTo(text);
    }
  }
}
