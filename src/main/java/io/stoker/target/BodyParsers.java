package io.stoker.target;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Reads Prometheus' answers as they come in, holding no more than a line of them. */
final class BodyParsers {
  private static final ObjectMapper JSON = new ObjectMapper();

  private BodyParsers() {}

  /**
   * Finds the three gauges in the text format; their names end alike in all programs of the family.
   */
  static ConfigStatus configStatus(InputStream metrics) throws IOException {
    Double successful = null;
    Double successTime = null;
    double processStart = 0;
    var lines = new BufferedReader(new InputStreamReader(metrics, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      int space = line.indexOf(' ');
      if (space < 0 || line.charAt(0) == '#') {
        continue;
      }
      String name = line.substring(0, space);
      if (name.endsWith("_config_last_reload_successful")) {
        successful = value(line, space);
      } else if (name.endsWith("_config_last_reload_success_timestamp_seconds")) {
        successTime = value(line, space);
      } else if (name.equals("process_start_time_seconds")) {
        processStart = value(line, space);
      }
    }
    if (successful == null || successTime == null) {
      throw new UnexpectedAnswer("/metrics has no *_config_last_reload_* series");
    }
    return new ConfigStatus(successful == 1, successTime, processStart);
  }

  static RuntimeInfo runtimeInfo(InputStream json) throws IOException {
    JsonNode data = tree(json).path("data");
    if (!data.hasNonNull("startTime")) {
      throw new UnexpectedAnswer("the answer has no data.startTime");
    }
    return new RuntimeInfo(
        data.path("startTime").asText(),
        data.path("lastConfigTime").asText(),
        data.path("reloadConfigSuccess").asBoolean());
  }

  /** A timestamp may follow the value. */
  private static double value(String line, int space) throws UnexpectedAnswer {
    String[] words = line.substring(space).strip().split(" ", 2);
    try {
      return Double.parseDouble(words[0]);
    } catch (NumberFormatException e) {
      throw new UnexpectedAnswer("/metrics has a series without a number");
    }
  }

  /** The parser's message would repeat parts of the answer, which is none of ours. */
  private static JsonNode tree(InputStream json) throws IOException {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UnexpectedAnswer("the answer is no JSON");
    }
  }

  static String hash(InputStream body) throws IOException {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(body, sha256).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
