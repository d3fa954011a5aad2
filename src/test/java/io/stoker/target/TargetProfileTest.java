package io.stoker.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetProfileTest {
  @ParameterizedTest
  @CsvSource({
    "prometheus, PROMETHEUS",
    "alertmanager, ALERTMANAGER",
    "blackbox, BLACKBOX",
    "generic, GENERIC"
  })
  void isNamedByAWord(String word, TargetProfile profile) {
    assertThat(TargetProfile.of(word)).isEqualTo(profile);
    assertThat(profile.word()).isEqualTo(word);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Prometheus", "thanos"})
  void anotherWordIsRefusedWithThoseThatThereAre(String word) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TargetProfile.of(word))
        .withMessage(
            "there is no profile \"%s\": it must be one of prometheus, alertmanager, blackbox, generic",
            word);
  }

  @Test
  void mostReloadAtTheSamePath() {
    assertThat(TargetProfile.values())
        .extracting(TargetProfile::reloadPath)
        .containsOnly("/-/reload");
  }
}
