package io.stoker.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Requests whose answers are read as JSON while they come in, so that no list is ever in memory as
 * a whole and no kind has to be in the native executable. Each throws a {@link
 * KubernetesClientException} if it fails. The token is the client's, renewed as it does.
 */
final class ApiConnection {
  private static final String JSON = "application/json";
  private static final String MERGE_PATCH = "application/merge-patch+json";

  private static final int NOT_FOUND = 404;

  private static final int LONGEST_REFUSAL = 1 << 20;

  /** Until an answer begins, however long it is. */
  private static final Duration BEGIN = Duration.ofSeconds(30);

  private final HttpClient http;
  private final String server;

  ApiConnection(KubernetesClient client) {
    this.http = client.getHttpClient();
    this.server = client.getMasterUrl().toString().replaceFirst("/+$", "");
  }

  /**
   * Asks for something that may be long.
   *
   * @param path with its query, from the first slash
   * @param silence after which an answer of which nothing more comes counts as broken
   * @return the answer's body, which the caller closes
   */
  InputStream open(String path, Duration silence) {
    return answer(request(path, BEGIN).build(), BEGIN, silence);
  }

  /** One object; empty if there is none of its name. */
  Optional<JsonNode> find(String path, Duration deadline) {
    try {
      return Optional.of(read(request(path, deadline).build(), deadline));
    } catch (KubernetesClientException e) {
      if (e.getCode() == NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Creates an object; 409 if there is one of its name. */
  JsonNode post(String path, JsonNode body, Duration deadline) {
    return read(request(path, deadline).post(JSON, body.toString()).build(), deadline);
  }

  /** Replaces an object; 409 if its resource version is not that of the body. */
  JsonNode put(String path, JsonNode body, Duration deadline) {
    return read(request(path, deadline).put(JSON, body.toString()).build(), deadline);
  }

  /** Changes some fields of an object, which need not be read for that. */
  JsonNode patch(String path, JsonNode changes, Duration deadline) {
    return read(request(path, deadline).patch(MERGE_PATCH, changes.toString()).build(), deadline);
  }

  private HttpRequest.Builder request(String path, Duration begin) {
    return http.newHttpRequestBuilder()
        .uri(server + path)
        .timeout(begin.toMillis(), TimeUnit.MILLISECONDS);
  }

  private JsonNode read(HttpRequest request, Duration deadline) {
    try (InputStream body = answer(request, deadline, deadline)) {
      return JsonBodies.tree(body);
    } catch (IOException e) {
      throw new KubernetesClientException("reading the answer", e);
    }
  }

  private InputStream answer(HttpRequest request, Duration begin, Duration silence) {
    var inbox = new BodyStream.Inbox();
    HttpResponse<AsyncBody> response =
        await(http.consumeBytes(request, (more, body) -> inbox.add(more)), begin);
    BodyStream body = inbox.of(response.body(), silence);
    if (response.isSuccessful()) {
      return body;
    }
    throw refused(response.code(), body);
  }

  private static <T> T await(CompletableFuture<T> asked, Duration deadline) {
    try {
      return asked.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new KubernetesClientException("asking the API server", e.getCause());
    } catch (TimeoutException e) {
      asked.cancel(true);
      throw new KubernetesClientException("no answer within " + deadline.toSeconds() + " s");
    } catch (InterruptedException e) {
      asked.cancel(true);
      Thread.currentThread().interrupt();
      throw new KubernetesClientException("interrupted", e);
    }
  }

  private static KubernetesClientException refused(int code, InputStream body) {
    String said = said(code, body);
    return new KubernetesClientException(
        said, code, new StatusBuilder().withCode(code).withMessage(said).build());
  }

  /**
   * Read to the end, JSON or not (429 is plain text): the connection of an answer that is left may
   * be another request's already, which would break.
   */
  private static String said(int code, InputStream answer) {
    try (answer) {
      byte[] whole = answer.readNBytes(LONGEST_REFUSAL);
      return JsonBodies.tree(new ByteArrayInputStream(whole)).path("message").asText();
    } catch (IOException e) {
      return "HTTP " + code; // a proxy's page, say
    }
  }
}
