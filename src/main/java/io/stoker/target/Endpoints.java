package io.stoker.target;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/** The URLs of one target, all derived from where it is told to reload. */
public final class Endpoints {
  private static final String RELOAD = "/-/reload";

  /** Parsed when it is needed: hundreds of targets or more may have one each. */
  private final String reload;

  private final Optional<URI> runtimeInfo;
  private final Advice advice;
  private final Identity identity;

  /** Who the target is, and who we are to it. */
  public interface Identity {

    /** What its certificate may name instead of the host of its URL. */
    Optional<String> serverName();

    /** The value of an Authorization header; asked for before each request. */
    Optional<String> authorization();
  }

  /** By what is in the URL. */
  private record UrlIdentity(URI reload) implements Identity {
    @Override
    public Optional<String> serverName() {
      return Optional.empty();
    }

    @Override
    public Optional<String> authorization() {
      return credentials(reload);
    }

    /** The URL may have a password. */
    @Override
    public String toString() {
      return "UrlIdentity";
    }
  }

  /**
   * Credentials may be given in the reload URL, as {@code http://user:password@host/-/reload}.
   *
   * @param runtimeInfo where the run-time information is, if not at the usual place
   */
  public Endpoints(URI reload, Optional<URI> runtimeInfo) {
    this.reload = reload.toString();
    this.runtimeInfo = runtimeInfo;
    this.advice = new ReloadUrlAdvice();
    this.identity = new UrlIdentity(reload);
  }

  /**
   * For who gave no URL.
   *
   * @param reload a valid URL without credentials
   * @param advice in terms of what was given instead
   */
  public Endpoints(String reload, Advice advice, Identity identity) {
    this.reload = reload;
    this.runtimeInfo = Optional.empty();
    this.advice = advice;
    this.identity = identity;
  }

  static Optional<String> credentials(URI reload) {
    return Optional.ofNullable(reload.getUserInfo()).map(BasicAuth::header);
  }

  Advice advice() {
    return advice;
  }

  /** What a certificate may name instead of the host; only over TLS is there one. */
  Optional<String> serverName() {
    return identity.serverName().filter(name -> "https".equals(url().getScheme()));
  }

  /** The reload URL for people: without credentials and query, which may hold a key. */
  public String name() {
    return origin() + path();
  }

  /** The value of an Authorization header, if credentials were given. */
  Optional<String> authorization() {
    return identity.authorization();
  }

  String reload() {
    return withoutCredentials(url());
  }

  /** Where a target tells whether it is ready. */
  String ready(String path) {
    return base() + path;
  }

  String metrics() {
    return base() + "/metrics";
  }

  String runtimeInfo() {
    return runtimeInfo
        .map(Endpoints::withoutCredentials)
        .orElseGet(() -> base() + "/api/v1/status/runtimeinfo");
  }

  String servedConfig() {
    return base() + "/api/v1/status/config";
  }

  String rules() {
    return base() + "/api/v1/rules?exclude_alerts=true";
  }

  String formatQuery(String query) {
    return base() + "/api/v1/format_query?query=" + URLEncoder.encode(query, UTF_8);
  }

  String flags() {
    return base() + "/api/v1/status/flags";
  }

  /**
   * For who asks over a connection of its own.
   *
   * @param sockets how to connect by TLS, if not in the usual way
   */
  public ApiAccess api(Optional<SSLSocketFactory> sockets) {
    return new ApiAccess(URI.create(base()), sockets, identity::authorization);
  }

  private String base() {
    String prefix =
        path().endsWith(RELOAD) ? path().substring(0, path().length() - RELOAD.length()) : "";
    return origin() + prefix;
  }

  private String path() {
    return path(url());
  }

  private String origin() {
    return origin(url());
  }

  private URI url() {
    return URI.create(reload);
  }

  private static String path(URI uri) {
    return uri.getRawPath() == null ? "" : uri.getRawPath();
  }

  private static String withoutCredentials(URI uri) {
    return origin(uri) + path(uri) + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
  }

  static String origin(URI uri) {
    return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
  }
}
