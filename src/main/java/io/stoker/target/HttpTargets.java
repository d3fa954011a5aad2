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

  /** The client looks for idle connections each second, which is most of what waiting costs. */
  private static final Duration LOOK_FOR_IDLE_EVERY = Duration.ofMinutes(1);

  /** The builder asks for one; each request has a URL of its own. */
  private static final URI NO_BASE = URI.create("http://127.0.0.1");

  private final LimitedClient<TargetHttp> quick;
  private final LimitedClient<TargetHttp> patient;

  /**
   * For a target, or a few, which share their clients; TLS certificates are verified.
   *
   * @param reloadTimeout how long a reload may take; other requests get at most five seconds
   */
  public HttpTargets(Duration reloadTimeout) {
    this(reloadTimeout, true);
  }

  private HttpTargets(Duration reloadTimeout, boolean keepingConnections) {
    this.quick =
        client(reloadTimeout.compareTo(LIMIT) < 0 ? reloadTimeout : LIMIT, keepingConnections);
    this.patient = client(reloadTimeout, keepingConnections);
  }

  /**
   * Hundreds of targets or more, with a connection for each request: one that waits for the next
   * look takes 40 KB, most of it the queue of its host's pool (Vert.x 4.5).
   *
   * @param reloadTimeout as of a few
   */
  public static HttpTargets ofMany(Duration reloadTimeout) {
    return new HttpTargets(reloadTimeout, false);
  }

  /** A target that is ready for use. */
  public Target target(Endpoints endpoints, TargetProfile profile) {
    return new HttpTarget(endpoints, profile, quick, patient);
  }

  /**
   * What a Stoker beside a target tells of it.
   *
   * @param root the URL below which its API lies
   */
  public Answer<SidecarState> sidecar(URI root) {
    return HttpTarget.ask(quick, root.resolve("/api/v1/status").toString(), BodyParsers::sidecar);
  }

  private static LimitedClient<TargetHttp> client(Duration timeout, boolean keepingConnections) {
    return new LimitedClient<>(
        () -> http(TargetHttp.class, timeout, keepingConnections),
        TargetHttp::close,
        timeout.plus(GRACE));
  }

  /** A client of its own; redirects are not followed. */
  static <C> C http(Class<C> requests, Duration timeout, boolean keepingConnections) {
    return QuarkusRestClientBuilder.newBuilder()
        .baseUri(NO_BASE)
        .connectTimeout(Math.min(timeout.toMillis(), LIMIT.toMillis()), TimeUnit.MILLISECONDS)
        .readTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .httpClientOptionsCustomizer(
            options ->
                options
                    .setKeepAlive(keepingConnections)
                    .setPoolCleanerPeriod((int) LOOK_FOR_IDLE_EVERY.toMillis()))
        .followRedirects(false)
        .build(requests);
  }
}
