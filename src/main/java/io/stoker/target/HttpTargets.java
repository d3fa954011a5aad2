package io.stoker.target;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Makes targets that are reached with Quarkus' REST client. */
public final class HttpTargets {
  private HttpTargets() {}

  /**
   * A target that is ready for use; TLS certificates are verified.
   *
   * @param reloadTimeout how long a reload may take; other requests get at most {@link
   *     DeadlineStream#LIMIT}
   */
  public static Target target(Endpoints endpoints, Duration reloadTimeout) {
    Duration quick =
        reloadTimeout.compareTo(DeadlineStream.LIMIT) < 0 ? reloadTimeout : DeadlineStream.LIMIT;
    return new HttpTarget(endpoints, client(endpoints, quick), client(endpoints, reloadTimeout));
  }

  private static TargetHttp client(Endpoints endpoints, Duration timeout) {
    return QuarkusRestClientBuilder.newBuilder()
        .baseUri(URI.create(endpoints.reload()))
        .connectTimeout(
            Math.min(timeout.toMillis(), DeadlineStream.LIMIT.toMillis()), TimeUnit.MILLISECONDS)
        .readTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .build(TargetHttp.class);
  }
}
