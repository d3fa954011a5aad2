package io.stoker.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.stoker.testbed.Behaviour;
import io.stoker.testbed.BesideLyingServer;
import io.stoker.testbed.FreePorts;
import io.stoker.testbed.LyingServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(BesideLyingServer.class)
class HttpTargetTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  @TempDir Path folder;
  private LyingServer server;
  private Target target;

  @BeforeEach
  void start() throws IOException {
    server = new LyingServer(Files.writeString(folder.resolve("p.yml"), "a: 1"));
    target = target(server.reloadUrl());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anAppliedReloadShowsInTheTargetsAccount() {
    var before = ((Answer.Given<ConfigStatus>) target.configStatus()).value();

    assertThat(target.readiness()).isEqualTo(new Readiness.Ready());
    assertThat(target.reload()).isEqualTo(new ReloadReply.Accepted());

    var after = ((Answer.Given<ConfigStatus>) target.configStatus()).value();
    assertThat(after.successful()).isTrue();
    assertThat(after.successTime()).isGreaterThan(before.successTime());
    assertThat(after.processStart()).isEqualTo(before.processStart());
    assertThat(((Answer.Given<RuntimeInfo>) target.runtimeInfo()).value().reloadConfigSuccess())
        .isTrue();
  }

  @Test
  void aRefusalHasTheTargetsReason() {
    server.onReload(new Behaviour.Refuse("line 3: field x\n  not found"));

    assertThat(target.reload())
        .isEqualTo(new ReloadReply.Rejected("failed to reload config: line 3: field x not found"));
  }

  @ParameterizedTest
  @CsvSource({
    "401, Unauthorized, UNAUTHORISED",
    "403, Lifecycle API is not enabled., LIFECYCLE_DISABLED",
    "403, Forbidden, UNAUTHORISED",
    "404, 404 page not found, WRONG_PREFIX",
    "400, Client sent an HTTP request to an HTTPS server., PLAIN_HTTP_TO_TLS",
    "405, Method Not Allowed, UNEXPECTED",
    "302, Found, UNEXPECTED"
  })
  void whatAPersonMustMendIsToldWithAdvice(int status, String body, Refusal refusal) {
    server.onReload(new Behaviour.Answer(status, body));

    assertThat(target.reload())
        .isInstanceOfSatisfying(
            ReloadReply.Misconfigured.class,
            reply -> {
              assertThat(reply.refusal()).isEqualTo(refusal);
              assertThat(reply.reason()).startsWith(new ReloadUrlAdvice().on(refusal));
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {502, 503, 504})
  void aProxyWithoutItsServerIsUnavailable(int status) {
    server.onReload(new Behaviour.Answer(status, "no\nupstream"));

    assertThat(target.reload())
        .isEqualTo(new ReloadReply.Unavailable("HTTP " + status + ": no upstream"));
  }

  @Test
  void aTargetThatReplaysItsLogIsStarting() {
    server.replayLog();

    assertThat(target.readiness()).isEqualTo(new Readiness.Starting());
  }

  @Test
  void aRefusedConnectionMeansThatNothingWasSent() {
    var nobody = target("http://127.0.0.1:" + FreePorts.any() + "/-/reload");

    assertThat(nobody.reload())
        .isInstanceOfSatisfying(
            ReloadReply.Failed.class,
            reply ->
                assertThat(reply.failure())
                    .isInstanceOf(CallFailure.NotConnected.class)
                    .extracting(CallFailure::reason)
                    .asString()
                    .contains("refused"));
  }

  @Test
  void anUnknownHostIsNotConnected() {
    assertThat(target("http://no-such-host.invalid:9090/-/reload").reload())
        .isEqualTo(
            new ReloadReply.Failed(
                new CallFailure.NotConnected("the host name cannot be resolved")));
  }

  @Test
  void aResetIsBrokenForTheRequestMayHaveArrived() {
    server.onReload(new Behaviour.Reset());

    assertThat(((ReloadReply.Failed) target.reload()).failure())
        .isInstanceOf(CallFailure.Broken.class);
  }

  @Test
  void aReloadThatHangsEndsByItsDeadline() {
    server.onReload(new Behaviour.Hang());
    long start = System.nanoTime();

    assertThat(target.reload())
        .isEqualTo(new ReloadReply.Failed(new CallFailure.TimedOut("no answer in time")));

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(TIMEOUT.minusMillis(200), TIMEOUT.multipliedBy(10));
  }

  @Test
  void everyOtherQuestionThatHangsEndsToo() {
    server.onOthers(new Behaviour.Hang());
    var late = new CallFailure.TimedOut("no answer in time");

    assertThat(target.readiness()).isEqualTo(new Readiness.Failed(late));
    assertThat(target.configStatus()).isEqualTo(new Answer.Missing<ConfigStatus>(late));
    assertThat(target.runtimeInfo()).isEqualTo(new Answer.Missing<RuntimeInfo>(late));
    assertThat(target.servedConfigHash()).isEqualTo(new Answer.Missing<String>(late));
  }

  @Test
  void whatATargetDoesNotHaveIsNotThere() {
    server.onOthers(new Behaviour.Answer(404, "404 page not found"));

    var missing = new CallFailure.NotThere("HTTP 404");
    assertThat(target.configStatus()).isEqualTo(new Answer.Missing<ConfigStatus>(missing));
    assertThat(target.runtimeInfo()).isEqualTo(new Answer.Missing<RuntimeInfo>(missing));
  }

  @Test
  void aPageOfSomethingElseIsNotThere() {
    server.onOthers(new Behaviour.Answer(200, "<html>a login page</html>"));

    assertThat(((Answer.Missing<ConfigStatus>) target.configStatus()).failure())
        .isInstanceOf(CallFailure.NotThere.class);
    assertThat(((Answer.Missing<RuntimeInfo>) target.runtimeInfo()).failure())
        .isInstanceOf(CallFailure.NotThere.class);
  }

  @Test
  void aServersTroubleOfTheMomentIsNoProofThatItHasNoAccount() {
    server.onOthers(new Behaviour.Answer(503, "Service Unavailable"));

    assertThat(target.configStatus())
        .isEqualTo(new Answer.Missing<ConfigStatus>(new CallFailure.Unavailable("HTTP 503")));
  }

  @Test
  void aLongReasonIsCutBetweenCharacters() {
    server.onReload(new Behaviour.Answer(500, "x".repeat(1999) + "😀😀"));

    assertThat(target.reload()).isEqualTo(new ReloadReply.Rejected("x".repeat(1999) + "…"));
  }

  private static Target target(String url) {
    return new HttpTargets(TIMEOUT)
        .target(new Endpoints(URI.create(url), Optional.empty()), TargetProfile.PROMETHEUS);
  }
}
