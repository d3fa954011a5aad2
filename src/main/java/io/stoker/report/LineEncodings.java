package io.stoker.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.stream.Collectors;

/** Encodings of log lines. */
public final class LineEncodings {
  private static final ObjectMapper JSON = new ObjectMapper();

  private LineEncodings() {}

  /** {@code key=value key="two words"}, as Go's logfmt writes it. */
  public static String logfmt(Map<String, Object> line) {
    return line.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + logfmt(entry.getValue().toString()))
        .collect(Collectors.joining(" "));
  }

  /** One JSON object. */
  public static String json(Map<String, Object> line) {
    try {
      return JSON.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("only texts and numbers can be logged", e);
    }
  }

  private static String logfmt(String value) {
    boolean plain = !value.isEmpty() && value.chars().allMatch(LineEncodings::isPlain);
    return plain ? value : '"' + quoted(value) + '"';
  }

  private static boolean isPlain(int c) {
    return c > ' ' && c != '"' && c != '=' && c != '\\' && !controls(c);
  }

  private static String quoted(String value) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(value))
        .chars()
        .mapToObj(c -> controls(c) ? "\\u%04x".formatted(c) : String.valueOf((char) c))
        .collect(Collectors.joining());
  }

  /** What ends a line or steers a terminal, beyond what JSON escapes. */
  private static boolean controls(int c) {
    return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
  }
}
