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

  /** The client's default; looking for idle ones each second is most of what waiting costs. */
  private static final Idle OF_ONE = new Idle(Duration.ofMinutes(1), Duration.ofMinutes(1));

  /** An open connection costs some 9 KB, and targets are looked at each 15 s at most. */
  private static final Idle OF_MANY = new Idle(Duration.ofSeconds(3), Duration.ofSeconds(1));

  /** The builder asks for one; each request has a URL of its own. */
  private static final URI NO_BASE = URI.create("http://127.0.0.1");

  private final LimitedClient<TargetHttp> quick;
  private final LimitedClient<TargetHttp> patient;

  /**
   * What becomes of connections that nobody uses.
   *
   * @param kept how long they are
   * @param lookEvery how often those are looked for that were kept long enough
   */
  private record Idle(Duration kept, Duration lookEvery) {}

  private HttpTargets(Duration reloadTimeout, Idle idle) {
    this.quick = client(reloadTimeout.compareTo(LIMIT) < 0 ? reloadTimeout : LIMIT, idle);
    this.patient = client(reloadTimeout, idle);
  }

  /**
   * For a target, or a few, which share their clients; TLS certificates are verified.
   *
   * @param reloadTimeout how long a reload may take; other requests get at most five seconds
   */
  public HttpTargets(Duration reloadTimeout) {
    this(reloadTimeout, OF_ONE);
  }

  /** The same for thousands, which keep no connection from one look to the next. */
  public static HttpTargets ofMany(Duration reloadTimeout) {
    return new HttpTargets(reloadTimeout, OF_MANY);
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

  private static LimitedClient<TargetHttp> client(Duration timeout, Idle idle) {
    return new LimitedClient<>(() -> http(timeout, idle), TargetHttp::close, timeout.plus(GRACE));
  }

  private static TargetHttp http(Duration timeout, Idle idle) {
    return QuarkusRestClientBuilder.newBuilder()
        .baseUri(NO_BASE)
        .connectTimeout(Math.min(timeout.toMillis(), LIMIT.toMillis()), TimeUnit.MILLISECONDS)
        .readTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .httpClientOptionsCustomizer(
            options ->
                options
                    .setKeepAliveTimeout((int) idle.kept().toSeconds())
                    .setPoolCleanerPeriod((int) idle.lookEvery().toMillis()))
        .build(TargetHttp.class);
  }
}
