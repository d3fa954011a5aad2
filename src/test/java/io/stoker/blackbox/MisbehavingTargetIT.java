package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.testbed.Behaviour;
import io.stoker.testbed.KubeletVolume;
import io.stoker.testbed.LyingServer;
import io.stoker.testbed.StokerProcess;
import io.stoker.testbed.StokerSetup;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a real Prometheus can't be made to do at will. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MisbehavingTargetIT {
  private KubeletVolume volume;
  private LyingServer server;
  private StokerProcess stoker;
  private int requestsBefore;

  @BeforeAll
  void start(@TempDir Path folder) {
    volume = KubeletVolume.create(folder.resolve("config"), Map.of(MAIN, Texts.main("start")));
    server = new LyingServer(volume.path(MAIN));
    stoker =
        StokerSetup.in(folder.resolve("stoker"))
            .with("--config-file=" + volume.path(MAIN), "--reload-url=" + server.reloadUrl())
            .with("--reload-timeout=1s", "--retry-interval=1s", "--watch-interval=1s")
            .start();
  }

  @AfterAll
  void stop() {
    stoker.close();
    server.close();
  }

  @BeforeEach
  void settle() {
    stoker.awaitState("in-sync");
    requestsBefore = requests();
  }

  @AfterEach
  void neverHadMoreThanOneRequestInFlightAndLeftNoneBehind() {
    server.behave();
    assertThat(server.requests().mostWaiting()).isEqualTo(1);
    Patience.await("nothing is left to be carried out")
        .until(() -> server.requests().unfinished() == 0);
    stoker.awaitState("in-sync");
  }

  @Test
  void asksForNoReloadWhileTheLogIsReplayed() {
    server.replayLog();
    volume.put(MAIN, Texts.main("replay-1"));
    stoker.awaitState("starting");
    volume.put(MAIN, Texts.main("replay-2"));
    awaitMore("starting", 3);
    assertThat(requests()).isEqualTo(requestsBefore);

    var replayed = Instant.now();
    server.behave();

    awaitProven("replay-2", replayed);
    assertThat(requests()).isEqualTo(requestsBefore + 1);
  }

  @Test
  void sendsNoSecondRequestBehindOneThatHangs() {
    server.onReload(new Behaviour.Hang());
    volume.put(MAIN, Texts.main("hang"));
    assertThat(stoker.awaitState("unconfirmed").reason()).contains("not answered");
    awaitMore("timed-out", 3);
    assertThat(requests()).isEqualTo(requestsBefore + 1);

    var answered = Instant.now();
    server.behave();

    awaitProven("hang", answered);
    assertThat(requests()).isEqualTo(requestsBefore + 1);
  }

  @Test
  void provesWhatChangedWhileARequestHung() {
    server.onReload(new Behaviour.Hang());
    volume.put(MAIN, Texts.main("hang-1"));
    stoker.awaitState("unconfirmed");
    volume.put(MAIN, Texts.main("hang-2"));
    awaitMore("timed-out", 2);

    var answered = Instant.now();
    server.behave();

    awaitProven("hang-2", answered);
    assertThat(requests() - requestsBefore).isBetween(1, 2);
  }

  @Test
  void triesAgainWhenTheWholeTargetHangs() {
    server.onReload(new Behaviour.Hang());
    server.onOthers(new Behaviour.Hang());
    volume.put(MAIN, Texts.main("deaf"));
    stoker.awaitState("unreachable");
    awaitMore("unreachable", 2);
    assertThat(requests()).isEqualTo(requestsBefore);

    var answered = Instant.now();
    server.behave();

    awaitProven("deaf", answered);
    assertThat(requests()).isEqualTo(requestsBefore + 1);
  }

  @Test
  void triesAgainWhenConnectionsAreReset() {
    server.onReload(new Behaviour.Reset());
    volume.put(MAIN, Texts.main("reset"));
    stoker.awaitState("unreachable");
    awaitMore("unreachable", 2);

    var healed = Instant.now();
    server.behave();

    awaitProven("reset", healed);
  }

  @Test
  void provesOnceTheConnectionsAreNoLongerRefused() {
    server.close();
    volume.put(MAIN, Texts.main("refused"));
    stoker.awaitState("unreachable");
    awaitMore("unreachable", 3);

    var opened = Instant.now();
    server.open();

    awaitProven("refused", opened);
    assertThat(requests()).isEqualTo(requestsBefore + 1);
  }

  @Test
  void believesNoSuccessThatWasNotApplied() {
    server.onReload(new Behaviour.OnlySaySo());
    volume.put(MAIN, Texts.main("lie"));
    var target = stoker.awaitState("unconfirmed");
    assertThat(target.reason()).contains("did not reload");
    assertThat(server.config()).doesNotContain("lie");

    var honest = Instant.now();
    server.behave();

    awaitProven("lie", honest);
  }

  @Test
  void saysWhatToDoWhenTheLifecycleIsDisabled() {
    server.onReload(new Behaviour.Answer(403, "Lifecycle API is not enabled."));
    volume.put(MAIN, Texts.main("disabled"));
    var target = stoker.awaitState("misconfigured");
    assertThat(target.reason()).contains("--web.enable-lifecycle");

    var enabled = Instant.now();
    server.behave();
    volume.put(MAIN, Texts.main("enabled"));

    awaitProven("enabled", enabled);
  }

  private int requests() {
    return server.requests().total();
  }

  private void awaitProven(String revision, Instant since) {
    Patience.await(revision + " runs").until(() -> server.config().contains(revision + "\n"));
    stoker.awaitTarget(target -> target.provenAfter(since));
  }

  private void awaitMore(String outcome, int times) {
    double wanted = cycles(outcome) + times;
    Patience.await(times + " more cycles end " + outcome).until(() -> cycles(outcome) >= wanted);
  }

  private double cycles(String outcome) {
    return stoker.metrics().sum("stoker_cycles_total", "outcome=\"" + outcome + "\"");
  }
}
