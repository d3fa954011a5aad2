package io.stoker.watch;

import io.stoker.kubernetes.ObjectName;
import io.stoker.target.Endpoints.Identity;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.X509TrustManager;

/**
 * How targets know us, and we them.
 *
 * @param authorities who alone vouch for targets over TLS; the usual ones, if absent
 * @param authorizations the value of an Authorization header for a Service, asked for before each
 *     request; may block
 */
public record TargetAccess(
    Optional<X509TrustManager> authorities, Function<ObjectName, Optional<String>> authorizations) {
  /** For who has given nothing. */
  public static final TargetAccess USUAL =
      new TargetAccess(Optional.empty(), service -> Optional.empty());

  Identity identity(TargetSpec spec) {
    return new Identity(Optional.of(spec.serverName()), () -> authorizations.apply(spec.service()));
  }
}
