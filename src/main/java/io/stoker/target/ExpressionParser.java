package io.stoker.target;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The parser of expressions that the target itself has ({@code /api/v1/format_query}, Prometheus
 * 2.53 and 3.5).
 */
public final class ExpressionParser {
  private static final int ACCEPTED = 200;
  private static final int REFUSED = 400;

  private final Endpoints endpoints;
  private final LimitedClient client;

  ExpressionParser(Endpoints endpoints, LimitedClient client) {
    this.endpoints = endpoints;
    this.client = client;
  }

  /**
   * Asks about one expression; blocks until the deadline.
   *
   * @return what the target's parser has against it, in its words; empty where nothing
   */
  public Answer<Optional<String>> fault(String expression) {
    return client.call(
        http -> ask(http, expression),
        new Answer.Missing<>(new CallFailure.TimedOut("no answer in time")));
  }

  private Answer<Optional<String>> ask(TargetHttp http, String expression) {
    String authorization = endpoints.authorization().orElse(null);
    try (Response response = http.query(endpoints.formatQuery(), expression, authorization)) {
      return answer(response);
    } catch (WebApplicationException e) {
      return answer(e.getResponse());
    } catch (ProcessingException e) {
      return new Answer.Missing<>(CallFailures.of(e));
    }
  }

  private static Answer<Optional<String>> answer(Response response) {
    int status = response.getStatus();
    if (status == ACCEPTED) {
      return new Answer.Given<>(Optional.empty());
    }
    if (status != REFUSED) {
      return new Answer.Missing<>(new CallFailure.NotThere("HTTP " + status));
    }
    try (InputStream body = response.readEntity(InputStream.class)) {
      return new Answer.Given<>(Optional.of(BodyParsers.error(body)));
    } catch (IOException | ProcessingException e) {
      return new Answer.Missing<>(CallFailures.of(e));
    }
  }
}
