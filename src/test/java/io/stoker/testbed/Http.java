package io.stoker.testbed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Short requests to servers on the loopback interface. */
public final class Http {
  static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  private Http() {}

  public record Reply(int status, String body) {
    public boolean ok() {
      return status == 200;
    }

    <T> T as(Class<T> type) {
      try {
        return JSON.readValue(body, type);
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }

    public JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The answer, whatever its status; no answer is an {@link UncheckedIOException}. */
  public static Reply get(String url) {
    return send(HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).GET().build());
  }

  /** The same with a header. */
  public static Reply get(String url, String header, String value) {
    var request = HttpRequest.newBuilder(URI.create(url)).header(header, value);
    return send(request.timeout(PATIENCE).GET().build());
  }

  public static Reply post(String url, Duration patience) {
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .timeout(patience)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build());
  }

  static boolean answers(String url) {
    try {
      return get(url).ok();
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  private static Reply send(HttpRequest request) {
    try {
      var response = CLIENT.send(request, BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(request.uri() + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
