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
import java.util.List;

/** Reads Prometheus' answers as they come in, holding no more than a line of them. */
final class BodyParsers {
  private static final ObjectMapper JSON = new ObjectMapper();

  private BodyParsers() {}

  /**
   * Finds the gauges in the text format; their names end alike in all programs of the family. Reads
   * no further than the last of the three of {@link ConfigStatus}: they come early, since series
   * are sorted by name, while many rule groups add megabytes.
   */
  static ReloadGauges gauges(InputStream metrics) throws IOException {
    var gauges = new ReloadGauges();
    var lines = new BufferedReader(new InputStreamReader(metrics, StandardCharsets.UTF_8));
    String line = lines.readLine();
    while (line != null && !gauges.areComplete()) {
      gauges.accept(line);
      line = lines.readLine();
    }
    return gauges;
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

  /** All values are texts, even those of switches. */
  static TargetFlags flags(InputStream json) throws IOException {
    JsonNode data = tree(json).path("data");
    boolean feature =
        List.of(data.path("enable-feature").asText().split("[,\\s]+", -1))
            .contains("auto-reload-config");
    return new TargetFlags(
        data.path("config.file").asText(),
        feature || data.path("config.auto-reload").asText().equals("true"));
  }

  static String formatted(InputStream json) throws IOException {
    JsonNode data = tree(json).path("data");
    if (!data.isTextual()) {
      throw new UnexpectedAnswer("the answer has no query");
    }
    return data.asText();
  }

  /** The first target of Stoker's own status: a sidecar has one. */
  static SidecarState sidecar(InputStream json) throws IOException {
    JsonNode target = tree(json).path("targets").path(0);
    if (!target.hasNonNull("state")) {
      throw new UnexpectedAnswer("the answer has no targets[0].state");
    }
    return new SidecarState(target.path("state").asText(), target.path("reason").asText());
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
