package io.stoker.served;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServedTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"status\":\"success\",\"data\":{\"yaml\":\"%s\"}}",
        "{ \"data\" : { \"yaml\" : \"%s\" } }",
        "{\"yam\":\"\",\"data\":{\"yaml\":\"%s\",\"more\":1}}"
      })
  void unescapesWhatJsonEscapes(String answer) throws IOException {
    String text = "a: \\\"b\\\"\\n\\tc: \\u003csecret\\u003e \\\\ \\/ ü\\ud83d\\ude00";

    assertThat(read(answer.formatted(text))).isEqualTo("a: \"b\"\n\tc: <secret> \\ / ü😀");
  }

  @Test
  void complainsOfAnAnswerThatIsCutOffOrNone() {
    assertThatThrownBy(() -> read("{\"data\":{\"yaml\":\"a: b")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> read("{\"data\":{}}")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> read("{\"yaml\":5}")).isInstanceOf(IOException.class);
  }

  private static String read(String answer) throws IOException {
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    var text = new StringWriter();
    ServedText.of(new ByteArrayInputStream(bytes)).transferTo(text);
    return text.toString();
  }
}
