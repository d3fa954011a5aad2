package io.stoker.target;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Makes targets that are reached with Quarkus' REST client. */
public final class HttpTargets {
  /** How long an answer to anything but a reload may take. */
  private static final Duration LIMIT = Duration.ofSeconds(5);

  /** The client's own limits come first, since they tell a connection that was never made. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  /**
   * For connections that nobody uses; by default every second, which is most of what waiting costs.
   */
  private static final Duration LOOK_FOR_IDLE_EVERY = Duration.ofMinutes(1);

  private HttpTargets() {}

  /**
   * A target that is ready for use; TLS certificates are verified.
   *
   * @param reloadTimeout how long a reload may take; other requests get at most five seconds
   */
  public static Target target(Endpoints endpoints, Duration reloadTimeout) {
    Duration quick = reloadTimeout.compareTo(LIMIT) < 0 ? reloadTimeout : LIMIT;
    return new HttpTarget(endpoints, client(endpoints, quick), client(endpoints, reloadTimeout));
  }

  private static LimitedClient client(Endpoints endpoints, Duration timeout) {
    return new LimitedClient(() -> http(endpoints, timeout), timeout.plus(GRACE));
  }

  private static TargetHttp http(Endpoints endpoints, Duration timeout) {
    return QuarkusRestClientBuilder.newBuilder()
        .baseUri(URI.create(endpoints.reload()))
        .connectTimeout(Math.min(timeout.toMillis(), LIMIT.toMillis()), TimeUnit.MILLISECONDS)
        .readTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .httpClientOptionsCustomizer(
            options -> options.setPoolCleanerPeriod((int) LOOK_FOR_IDLE_EVERY.toMillis()))
        .build(TargetHttp.class);
  }
}
