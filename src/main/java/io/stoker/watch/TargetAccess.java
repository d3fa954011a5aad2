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
    return new ServiceIdentity(spec, authorizations);
  }

  /** By the Service that the target is behind. */
  private record ServiceIdentity(
      TargetSpec spec, Function<ObjectName, Optional<String>> authorizations) implements Identity {
    @Override
    public Optional<String> serverName() {
      return Optional.of(spec.serverName());
    }

    @Override
    public Optional<String> authorization() {
      return authorizations.apply(spec.service());
    }
  }
}
