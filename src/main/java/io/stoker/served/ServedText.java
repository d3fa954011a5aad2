package io.stoker.served;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/**
 * The text in the member {@code yaml} of Prometheus' answer, unescaped as it streams in; a parser
 * of JSON would hold all of it.
 */
final class ServedText extends Reader {
  private static final String NAME = "\"yaml\"";
  private static final String LETTERS = "nrtbf";
  private static final String MEANINGS = "\n\r\t\b\f";
  private static final int HEX_DIGITS = 4;
  private static final int HEX = 16;

  private final Reader json;
  private boolean ended;

  private ServedText(Reader json) {
    this.json = json;
  }

  /**
   * The text of an answer; empty if it has none.
   *
   * @throws IOException also when the answer is none of Prometheus'
   */
  static ServedText of(InputStream answer) throws IOException {
    var text =
        new ServedText(new BufferedReader(new InputStreamReader(answer, StandardCharsets.UTF_8)));
    text.begin();
    return text;
  }

  private void begin() throws IOException {
    int seen = 0;
    while (seen < NAME.length()) {
      int character = required();
      seen = character == NAME.charAt(seen) ? seen + 1 : character == '"' ? 1 : 0;
    }
    int character = required();
    while (character == ':' || Character.isWhitespace(character)) {
      character = required();
    }
    if (character != '"') {
      throw new IOException("the answer has no text of a configuration");
    }
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count = 0;
    while (count < length && !ended) {
      int character = required();
      if (character == '"') {
        ended = true;
      } else {
        buffer[offset + count] = (char) (character == '\\' ? escaped() : character);
        count++;
      }
    }
    return count == 0 && length > 0 ? -1 : count;
  }

  @Override
  public void close() throws IOException {
    json.close();
  }

  private int escaped() throws IOException {
    int character = required();
    if (character != 'u') {
      int letter = LETTERS.indexOf(character);
      return letter < 0 ? character : MEANINGS.charAt(letter);
    }
    int code = 0;
    for (int i = 0; i < HEX_DIGITS; i++) {
      code = code * HEX + Character.digit(required(), HEX);
    }
    return code;
  }

  private int required() throws IOException {
    int character = json.read();
    if (character < 0) {
      throw new EOFException("the answer ends too early");
    }
    return character;
  }
}
