package io.stoker.target;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;

/**
 * How a target's API is reached by who asks over a connection of its own.
 *
 * @param root the URL below which it lies, without credentials
 * @param sockets how to connect to it by TLS, if not in the usual way
 * @param authorization asked for the value of an Authorization header before each request
 */
public record ApiAccess(
    URI root, Optional<SSLSocketFactory> sockets, Supplier<Optional<String>> authorization) {

  /**
   * For who was given a URL.
   *
   * @param url may have credentials
   */
  public static ApiAccess at(URI url, Optional<SSLSocketFactory> sockets) {
    String path = url.getRawPath() == null ? "" : url.getRawPath().replaceAll("/+$", "");
    return new ApiAccess(
        URI.create(Endpoints.origin(url) + path), sockets, () -> Endpoints.credentials(url));
  }
}
