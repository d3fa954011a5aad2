package io.stoker.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.stoker.testbed.BesideLyingServer;
import io.stoker.testbed.SelfSigned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whose certificate is that of a target which is reached at its address. */
@QuarkusTest
@TestProfile(BesideLyingServer.class)
@Timeout(120)
class NamedTlsTest {
  private static final String NAME = "prometheus.monitoring.svc";

  @TempDir Path folder;
  private NamedServer server;

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void oneThatNamesTheServiceIsTheTargets() throws IOException {
    HttpTargets targets = trusting(serve("DNS:" + NAME));

    assertThat(target(targets, NAME).reload()).isEqualTo(new ReloadReply.Accepted());
    assertThat(server.requests()).flatExtracting(NamedServer.Request::names).containsExactly(NAME);
  }

  @Test
  void oneThatNamesAllServicesOfTheNamespaceIsTheTargets() throws IOException {
    HttpTargets targets = trusting(serve("DNS:*.monitoring.svc"));

    assertThat(target(targets, NAME).reload()).isEqualTo(new ReloadReply.Accepted());
  }

  @Test
  void oneThatNamesTheAddressIsTheTargets() throws IOException {
    HttpTargets targets = trusting(serve("IP:127.0.0.1"));

    assertThat(target(targets, NAME).reload()).isEqualTo(new ReloadReply.Accepted());
  }

  @Test
  void oneThatNamesAnotherGetsNoRequest() throws IOException {
    HttpTargets targets = trusting(serve("DNS:prometheus.staging.svc,IP:127.0.0.2"));

    assertUntrusted(target(targets, NAME));
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void oneOfAnotherAuthorityGetsNoRequest() throws IOException {
    serve("DNS:" + NAME);
    Path other = Files.createDirectory(folder.resolve("other"));

    assertUntrusted(target(trusting(SelfSigned.naming(other, "DNS:" + NAME)), NAME));
    assertUntrusted(target(HttpTargets.ofMany(Duration.ofSeconds(5), Optional.empty()), NAME));
    assertThat(server.requests()).isEmpty();
  }

  /** A resumed session is not verified again. */
  @Test
  void whatWasTrustedUnderOneNameIsNotTrustedUnderAnother() throws IOException {
    HttpTargets targets = trusting(serve("DNS:" + NAME));

    assertThat(target(targets, NAME).reload()).isEqualTo(new ReloadReply.Accepted());
    assertUntrusted(target(targets, "prometheus.staging.svc"));
  }

  @Test
  void theNextConnectionResumesTheSession() throws IOException {
    HttpTargets targets = trusting(serve("DNS:" + NAME));
    Target target = target(targets, NAME);

    for (int i = 0; i < 5; i++) {
      assertThat(target.readiness()).isEqualTo(new Readiness.Ready());
      assertThat(target.reload()).isEqualTo(new ReloadReply.Accepted());
    }

    assertThat(server.requests()).hasSize(10);
    assertThat(server.requests().stream().map(NamedServer.Request::handshake).distinct())
        .hasSize(1);
  }

  private void assertUntrusted(Target target) {
    assertThat(target.reload())
        .isInstanceOfSatisfying(
            ReloadReply.Failed.class,
            failed -> assertThat(failed.failure()).isInstanceOf(CallFailure.Untrusted.class));
  }

  private SelfSigned serve(String names) throws IOException {
    server = new NamedServer(folder, names);
    return server.certificate();
  }

  private static HttpTargets trusting(SelfSigned certificate) {
    return HttpTargets.ofMany(Duration.ofSeconds(5), Optional.of(certificate.authority()));
  }

  private record NameAlone(String name) implements Endpoints.Identity {
    @Override
    public Optional<String> serverName() {
      return Optional.of(name);
    }

    @Override
    public Optional<String> authorization() {
      return Optional.empty();
    }
  }

  private Target target(HttpTargets targets, String name) {
    return targets.target(
        new Endpoints(
            server.url("/-/reload").toString(), new ReloadUrlAdvice(), new NameAlone(name)),
        TargetProfile.PROMETHEUS);
  }
}
