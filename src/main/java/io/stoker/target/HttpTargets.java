package io.stoker.target;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.vertx.core.http.HttpClientOptions;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.X509TrustManager;

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

  private final Duration reloadTimeout;
  private final boolean keepingConnections;
  private final Optional<X509TrustManager> authorities;
  private final TargetClients unnamed;

  /** Clients are made for a name, and belong to the targets that have it. */
  private final Map<String, WeakReference<TargetClients>> named = new HashMap<>();

  /**
   * For a target, or a few, which share their clients; TLS certificates are verified.
   *
   * @param reloadTimeout how long a reload may take; other requests get at most five seconds
   */
  public HttpTargets(Duration reloadTimeout) {
    this(reloadTimeout, true, Optional.empty());
  }

  private HttpTargets(
      Duration reloadTimeout, boolean keepingConnections, Optional<X509TrustManager> authorities) {
    this.reloadTimeout = reloadTimeout;
    this.keepingConnections = keepingConnections;
    this.authorities = authorities;
    this.unnamed = clients(options -> {});
  }

  /**
   * Hundreds of targets or more, with a connection for each request: one that waits for the next
   * look takes 40 KB, most of it the queue of its host's pool (Vert.x 4.5).
   *
   * @param reloadTimeout as of a few
   * @param authorities who alone vouch for targets with a {@linkplain Endpoints.Identity server
   *     name}; those of the JDK, if absent
   */
  public static HttpTargets ofMany(Duration reloadTimeout, Optional<X509TrustManager> authorities) {
    return new HttpTargets(reloadTimeout, false, authorities);
  }

  /** A target that is ready for use. */
  public Target target(Endpoints endpoints, TargetProfile profile) {
    return new HttpTarget(
        endpoints, profile, endpoints.serverName().map(this::named).orElse(unnamed));
  }

  /** For who asks a target over a connection of its own, and is to know it as we do. */
  public ApiAccess api(Endpoints endpoints) {
    return endpoints.api(endpoints.serverName().map(name -> new NamedSockets(name, authorities)));
  }

  /**
   * What a Stoker beside a target tells of it.
   *
   * @param root the URL below which its API lies
   */
  public Answer<SidecarState> sidecar(URI root) {
    return HttpTarget.ask(
        unnamed.quick(), root.resolve("/api/v1/status").toString(), BodyParsers::sidecar);
  }

  /** Vert.x lets go of clients that nobody has any more, so only here they must not be held. */
  private synchronized TargetClients named(String name) {
    named.values().removeIf(clients -> clients.refersTo(null));
    TargetClients known = Optional.ofNullable(named.get(name)).map(WeakReference::get).orElse(null);
    if (known != null) {
      return known;
    }
    var tls = new NamedTls(name, authorities);
    TargetClients made = clients(options -> options.setSsl(true).setSslEngineOptions(tls));
    named.put(name, new WeakReference<>(made));
    return made;
  }

  private TargetClients clients(Consumer<HttpClientOptions> tls) {
    Duration quick = reloadTimeout.compareTo(LIMIT) < 0 ? reloadTimeout : LIMIT;
    return new TargetClients(client(quick, tls), client(reloadTimeout, tls));
  }

  private LimitedClient<TargetHttp> client(Duration timeout, Consumer<HttpClientOptions> tls) {
    Consumer<HttpClientOptions> options = tls.andThen(all -> all.setKeepAlive(keepingConnections));
    return new LimitedClient<>(
        () -> http(TargetHttp.class, timeout, options), TargetHttp::close, timeout.plus(GRACE));
  }

  /** A client of its own; redirects are not followed. */
  static <C> C http(Class<C> requests, Duration timeout, Consumer<HttpClientOptions> more) {
    return QuarkusRestClientBuilder.newBuilder()
        .baseUri(NO_BASE)
        .connectTimeout(Math.min(timeout.toMillis(), LIMIT.toMillis()), TimeUnit.MILLISECONDS)
        .readTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .httpClientOptionsCustomizer(
            options ->
                more.accept(options.setPoolCleanerPeriod((int) LOOK_FOR_IDLE_EVERY.toMillis())))
        .followRedirects(false)
        .build(requests);
  }
}
