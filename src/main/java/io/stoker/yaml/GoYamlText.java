package io.stoker.yaml;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A text as go-yaml reads it, for a parser of YAML 1.2. What go-yaml takes for a line break is one,
 * and a tab which only separates words is a space. Characters that it refuses end the text.
 */
public final class GoYamlText extends Reader {
  /** Stands for bytes that are no text; go-yaml refuses it, too. */
  private static final char MALFORMED = '\uffff';

  private static final int NEXT_LINE = 0x85;
  private static final int LINE_SEPARATOR = 0x2028;
  private static final int PARAGRAPH_SEPARATOR = 0x2029;
  private static final int BYTE_ORDER_MARK = 0xfeff;
  private static final int LONGEST_MARK = 3;
  private static final int DOCUMENT_MARK = 3;

  private final Reader text;
  private int line = 1;
  private int column = 1;
  private boolean afterCarriageReturn;

  /** Whether the line has had nothing yet but white space and indicators of structure. */
  private boolean indenting = true;

  /** How many dashes the line begins with; three begin a document. */
  private int dashes;

  private Position refused;

  private GoYamlText(Reader text) {
    this.text = text;
  }

  /** A text that is decoded already. */
  public static GoYamlText of(Reader text) {
    return new GoYamlText(text);
  }

  /** UTF-8, or UTF-16 with a byte order mark. */
  public static GoYamlText of(InputStream bytes) throws IOException {
    var buffered = new BufferedInputStream(bytes);
    var decoder =
        charset(buffered)
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .replaceWith(String.valueOf(MALFORMED));
    var decoded = new BufferedReader(new InputStreamReader(buffered, decoder));
    skipMark(decoded);
    return new GoYamlText(decoded);
  }

  /** The first character that go-yaml does not read. */
  Optional<Position> refused() {
    return Optional.ofNullable(refused);
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count = 0;
    while (count < length && refused == null) {
      int character = text.read();
      if (character < 0) {
        break;
      }
      if (isReadable(character)) {
        buffer[offset + count] = translated((char) character);
        count++;
      } else {
        refused = new Position(line, column);
      }
    }
    return count == 0 && length > 0 ? -1 : count;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  /** Whether go-yaml takes a character for the end of a line. */
  public static boolean isLineBreak(int character) {
    return character == '\n'
        || character == '\r'
        || character == NEXT_LINE
        || character == LINE_SEPARATOR
        || character == PARAGRAPH_SEPARATOR;
  }

  private char translated(char character) {
    if (isLineBreak(character)) {
      boolean sameBreak = character == '\n' && afterCarriageReturn;
      line += sameBreak ? 0 : 1;
      column = 1;
      indenting = true;
      dashes = 0;
      afterCarriageReturn = character == '\r';
      return character == '\r' ? '\r' : '\n';
    }
    afterCarriageReturn = false;
    column += Character.isLowSurrogate(character) ? 0 : 1;
    boolean afterMark = dashes == DOCUMENT_MARK && column == DOCUMENT_MARK + 2;
    dashes += character == '-' && column == dashes + 2 ? 1 : 0;
    indenting = indenting && " \t-?:".indexOf(character) >= 0 && !afterMark;
    return character == '\t' && !indenting ? ' ' : character;
  }

  private static boolean isReadable(int character) {
    boolean control = character < ' ' && "\t\n\r".indexOf(character) < 0;
    boolean upperControl = character > '~' && character < 0xa0 && character != NEXT_LINE;
    return !control && !upperControl && character < 0xfffe;
  }

  private static Charset charset(InputStream bytes) throws IOException {
    bytes.mark(LONGEST_MARK);
    int first = bytes.read();
    int second = bytes.read();
    bytes.reset();
    boolean wide = (first == 0xfe && second == 0xff) || (first == 0xff && second == 0xfe);
    return wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }

  private static void skipMark(Reader decoded) throws IOException {
    decoded.mark(1);
    if (decoded.read() != BYTE_ORDER_MARK) {
      decoded.reset();
    }
  }
}
