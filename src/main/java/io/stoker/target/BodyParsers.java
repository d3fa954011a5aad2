package io.stoker.target;

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
        successful = Double.valueOf(line.substring(space + 1));
      } else if (name.endsWith("_config_last_reload_success_timestamp_seconds")) {
        successTime = Double.valueOf(line.substring(space + 1));
      } else if (name.equals("process_start_time_seconds")) {
        processStart = Double.parseDouble(line.substring(space + 1));
      }
    }
    if (successful == null || successTime == null) {
      throw new IOException("/metrics has no *_config_last_reload_* series");
    }
    return new ConfigStatus(successful == 1, successTime, processStart);
  }

  static RuntimeInfo runtimeInfo(InputStream json) throws IOException {
    JsonNode data = JSON.readTree(json).path("data");
    if (!data.hasNonNull("startTime")) {
      throw new IOException("the answer has no data.startTime");
    }
    return new RuntimeInfo(
        data.path("startTime").asText(),
        data.path("lastConfigTime").asText(),
        data.path("reloadConfigSuccess").asBoolean());
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
