package io.stoker.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.diagnose.Ending.Seen;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndingTest {
  private final List<Seen> seen = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "'', true, false, false",
    "613a20310a, false, false, true",
    "613a2031, false, false, false",
    "613a200031, false, true, false", // a NUL byte
    "613ac3, false, true, false", // half an umlaut
    "613ac3a4, false, false, false", // a whole one
    "613ae282, false, true, false", // two thirds of a euro sign
    "61e282ac, false, false, false", // a whole one
    "f09f98, false, true, false", // three quarters of a smiling face
    "f09f9880, false, false, false", // a whole one
    "1f8b0800, false, false, false", // compressed
    "fffe61003a00, false, false, false" // UTF-16
  })
  void tellsATornFileFromAWholeOne(String hex, boolean empty, boolean torn, boolean newline)
      throws IOException {
    byte[] content = HexFormat.of().parseHex(hex);
    try (var stream = new Ending(new ByteArrayInputStream(content), content.length, seen::add)) {
      assertThat(stream.readNBytes(content.length)).isEqualTo(content);
    }

    assertThat(seen).containsExactly(new Seen(empty, torn, newline));
  }

  @Test
  void ofAFileThatWasLeftBeforeItsEndNothingIsTold() throws IOException {
    try (var stream = new Ending(new ByteArrayInputStream(new byte[9]), 9, seen::add)) {
      assertThat(stream.read()).isZero();
    }

    assertThat(seen).isEmpty();
  }
}
