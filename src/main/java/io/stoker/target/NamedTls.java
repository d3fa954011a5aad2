package io.stoker.target;

import io.netty.handler.ssl.DelegatingSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.vertx.core.net.SSLEngineOptions;
import io.vertx.core.spi.tls.SslContextFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.X509TrustManager;

/**
 * TLS to servers that are reached at their address and known by another name. The name is sent
 * (SNI), and the JDK's trust manager accepts a certificate that names it, or else the address (JDK
 * 25, X509TrustManagerImpl.checkIdentity).
 */
final class NamedTls extends SSLEngineOptions {
  /** A certificate is looked at anew this often, even if each connection resumes the one before. */
  private static final Duration LONGEST_SESSION = Duration.ofMinutes(10);

  /** One for each address behind the name; a server without any costs a whole handshake. */
  private static final int MOST_SESSIONS = 100;

  private final SslContext context;

  /**
   * For one name, so that no session is resumed under another.
   *
   * @param authorities who alone are trusted to vouch for it, instead of those of the JDK
   */
  NamedTls(String name, Optional<X509TrustManager> authorities) {
    this.context = sendingName(name, context(authorities));
  }

  @Override
  public SslContextFactory sslContextFactory() {
    return () -> context;
  }

  /** The same, since nothing of it changes. */
  @Override
  public SSLEngineOptions copy() {
    return this;
  }

  private static SslContext context(Optional<X509TrustManager> authorities) {
    var builder =
        SslContextBuilder.forClient()
            .sslProvider(SslProvider.JDK)
            .sessionCacheSize(MOST_SESSIONS)
            .sessionTimeout(LONGEST_SESSION.toSeconds());
    try {
      return authorities.map(builder::trustManager).orElse(builder).build();
    } catch (SSLException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
  }

  private static SslContext sendingName(String name, SslContext context) {
    return new DelegatingSslContext(context) {
      @Override
      protected void initEngine(SSLEngine engine) {
        var parameters = engine.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(name)));
        engine.setSSLParameters(parameters);
      }
    };
  }
}
