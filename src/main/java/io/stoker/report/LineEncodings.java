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
    boolean plain =
        !value.isEmpty()
            && value.chars().allMatch(c -> c > ' ' && c != '"' && c != '=' && c != '\\');
    return plain
        ? value
        : '"' + new String(JsonStringEncoder.getInstance().quoteAsString(value)) + '"';
  }
}
