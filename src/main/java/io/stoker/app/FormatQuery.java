package io.stoker.app;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stoker.check.Expressions;
import io.stoker.debounce.MonotonicClock;
import io.stoker.target.ApiAccess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Asks a running Prometheus about each expression, at {@code /api/v1/format_query} (2.53 and 3.5).
 * Once it gives no usable answer, or all has taken too long, it is not asked again.
 */
final class FormatQuery implements Expressions {
  private static final Duration EACH = Duration.ofSeconds(5);
  private static final int LONGEST_ANSWER = 100_000;
  private static final String PREAMBLE = "invalid parameter \"query\": ";

  private final Optional<ApiAccess> prometheus;
  private final InstantSource clock = new MonotonicClock();
  private final Duration all;
  private final Instant end;
  private final ObjectMapper json = new ObjectMapper();
  private String silence = "";

  /**
   * One run.
   *
   * @param prometheus absent if none is to be asked
   * @param all how long all questions together may take
   */
  FormatQuery(Optional<ApiAccess> prometheus, Duration all) {
    this.prometheus = prometheus;
    this.all = all;
    this.end = clock.instant().plus(all);
  }

  /** Why expressions were not judged, if one was to be. */
  Optional<String> silence() {
    return Optional.of(silence).filter(why -> !why.isEmpty());
  }

  @Override
  public Verdict judge(String expression) {
    if (prometheus.isEmpty() || !silence.isEmpty()) {
      return new Verdict.Unjudged();
    }
    if (clock.instant().isAfter(end)) {
      return silent("more than " + all.toSeconds() + " s have passed");
    }
    try {
      return ask(prometheus.get(), expression);
    } catch (SSLHandshakeException e) {
      return silent(
          "no TLS connection (%s); its certificate must name this host, and --ca-file the authority behind it"
              .formatted(e.getMessage()));
    } catch (SSLException e) {
      return silent("TLS fails (%s); does it want http:// instead?".formatted(e.getMessage()));
    } catch (JacksonException e) {
      return silent("the answer is none of Prometheus'; does it want https:// instead?");
    } catch (IOException e) {
      String why = e.getClass().getSimpleName() + ": " + e.getMessage();
      return silent(mayWantTls(e) ? why + "; does it want https:// instead?" : why);
    }
  }

  /** Such a server says so and hangs up, and what it said may get lost by that. */
  private boolean mayWantTls(IOException e) {
    boolean connected = e instanceof SocketException && !(e instanceof ConnectException);
    return connected && prometheus.filter(api -> "http".equals(api.root().getScheme())).isPresent();
  }

  private Verdict silent(String why) {
    silence =
        "expressions are not judged any more, for %s gives no answer: %s"
            .formatted(prometheus.map(api -> api.root().getHost()).orElse(""), why);
    return new Verdict.Unjudged();
  }

  private Verdict ask(ApiAccess api, String expression) throws IOException {
    HttpURLConnection connection = connection(api);
    String form = "query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8);
    connection.getOutputStream().write(form.getBytes(StandardCharsets.UTF_8));
    int status = connection.getResponseCode();
    byte[] answer = answer(connection, status);
    return switch (status) {
      case HttpURLConnection.HTTP_OK -> new Verdict.Accepted();
      case HttpURLConnection.HTTP_BAD_REQUEST -> refused(answer);
      default -> silent("it answers with status " + status);
    };
  }

  private static HttpURLConnection connection(ApiAccess api) throws IOException {
    var address = URI.create(api.root() + "/api/v1/format_query");
    var connection = (HttpURLConnection) address.toURL().openConnection();
    if (connection instanceof HttpsURLConnection secure) {
      api.sockets().ifPresent(secure::setSSLSocketFactory);
    }
    connection.setConnectTimeout((int) EACH.toMillis());
    connection.setReadTimeout((int) EACH.toMillis());
    connection.setInstanceFollowRedirects(false);
    connection.setDoOutput(true);
    api.authorization()
        .get()
        .ifPresent(value -> connection.setRequestProperty("Authorization", value));
    return connection;
  }

  private Verdict refused(byte[] answer) throws IOException {
    String error = json.readTree(answer).path("error").asText();
    return error.isEmpty()
        ? silent("it refuses without a reason")
        : new Verdict.Refused(error.replace(PREAMBLE, ""));
  }

  /** Read to its end, since only then the next question may have the same connection. */
  private byte[] answer(HttpURLConnection connection, int status) throws IOException {
    boolean refuses = status >= HttpURLConnection.HTTP_BAD_REQUEST;
    try (InputStream body = refuses ? connection.getErrorStream() : connection.getInputStream()) {
      return body == null ? new byte[0] : limited(body, connection);
    }
  }

  /** The time limit of each reading does not end an answer that comes in drops. */
  private byte[] limited(InputStream body, HttpURLConnection connection) throws IOException {
    Instant late = clock.instant().plus(EACH);
    var read = new ByteArrayOutputStream();
    var chunk = new byte[1024];
    int count = body.read(chunk);
    while (count >= 0) {
      read.write(chunk, 0, count);
      if (read.size() >= LONGEST_ANSWER || clock.instant().isAfter(late)) {
        connection.disconnect();
        break;
      }
      count = body.read(chunk);
    }
    return read.toByteArray();
  }
}
