package io.stoker.watch;

import static io.stoker.watch.PretendCluster.CONFIG;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.fingerprint.ExpectedFiles;
import io.stoker.kubernetes.ConfigMapFacts;
import io.stoker.kubernetes.ObjectName;
import io.stoker.report.StateWord;
import io.stoker.target.Answer;
import io.stoker.target.SidecarState;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Who is told what, and who does the work, among a pretended API server, kubelets and pods. */
class WatcherSurroundingsTest {
  private static final String WISH = "reload=prometheus";
  private static final String STATUS = "stoker.io/status";
  private final PretendCluster cluster = TwoPods.inSync(WISH);

  @Test
  void theAuthorIsToldByAnEventForEachPod() {
    cluster.write(CONFIG, "two", WISH);
    cluster.pass(Duration.ofSeconds(1));

    assertThat(cluster.events)
        .hasSize(2)
        .allSatisfy(
            event -> assertThat(event).startsWith("prometheus-config Normal ConfigReloaded"));
  }

  @Test
  void aMisspelledServiceIsToldWithTheNearestOneThatIsThere() {
    cluster.write(new ObjectName("monitoring", "other"), "x", "reload=promtheus");
    for (int tick = 0; tick < 4; tick++) {
      cluster.pass(Duration.ofSeconds(15));
      cluster.watcher.tick();
    }
    cluster.pass(Duration.ofSeconds(1));

    assertThat(cluster.events)
        .containsExactly(
            "other Warning CannotReload: stoker.io/reload: there is no Service promtheus in namespace monitoring; did you mean prometheus?");
  }

  @Test
  void theResultIsWrittenIntoConfigMapsThatWantIt() {
    cluster.write(CONFIG, "two", WISH, "status=wanted");
    cluster.pass(Duration.ofSeconds(5));
    cluster.watcher.tick();
    cluster.pass(Duration.ofSeconds(1));

    assertThat(cluster.annotated)
        .singleElement()
        .asString()
        .startsWith("monitoring/prometheus-config stoker.io/status=2 of 2 live");
  }

  @Test
  void ofASecretThatWantsTheResultNothingIsWrittenIntoAConfigMapOfItsName() {
    cluster.watcher.configMap(secret(Map.of("stoker.io/reload", "prometheus", STATUS, "wanted")));
    cluster.pass(Duration.ofSeconds(5));
    cluster.watcher.tick();
    cluster.pass(Duration.ofSeconds(1));

    assertThat(cluster.status("prometheus-0").sources())
        .contains("monitoring/prometheus-config (Secret)");
    assertThat(cluster.annotated).isEmpty();
  }

  private static ConfigMapFacts secret(Map<String, String> annotations) {
    return new ConfigMapFacts(
        CONFIG,
        true,
        "uid",
        "1",
        annotations,
        Map.of(),
        new TreeMap<>(Map.of("password", ExpectedFiles.digest(new byte[] {1}))),
        false,
        Optional.empty());
  }

  @Test
  void aReplicaThatDoesNotLeadSendsNothing() {
    cluster.watcher.follow();
    cluster.pass(Duration.ofSeconds(1));
    cluster.write(CONFIG, "two", WISH);
    for (int tick = 0; tick < 4; tick++) {
      cluster.watcher.tick();
      cluster.pass(Duration.ofSeconds(15));
    }

    assertThat(cluster.pods.get("prometheus-0").reloads).isEmpty();
    assertThat(cluster.nudges).isEmpty();
    assertThat(cluster.state("prometheus-0")).isEqualTo(StateWord.STARTING);
  }

  @Test
  void theNextLeaderReloadsNothingThatIsProvenAndLosesNoChange() {
    cluster.watcher.tick();
    cluster.pass(Duration.ofSeconds(1));
    cluster.watcher.follow();
    cluster.watcher = cluster.replica();
    cluster.write(CONFIG, "one", WISH);
    cluster.watcher.slice(cluster.slice());

    cluster.watcher.lead();
    cluster.pass(Duration.ofSeconds(5));
    assertThat(cluster.state("prometheus-0")).isEqualTo(StateWord.IN_SYNC);
    assertThat(cluster.pods.get("prometheus-0").reloads).isEmpty();

    cluster.write(CONFIG, "two", WISH);
    cluster.pass(Duration.ofSeconds(5));
    assertThat(cluster.pods.get("prometheus-1").loaded).isEqualTo("two");
  }

  @Test
  void podsThatCouldNotBeReadWhenTheLeadWasLostAreReadAnewBeforeItIsTakenUpAgain() {
    cluster.unreadable = true; // the API server does not answer, which is why the lead is lost
    cluster.watcher.follow();
    cluster.pass(Duration.ofSeconds(1));
    cluster.write(CONFIG, "two", WISH);
    cluster.unreadable = false;
    cluster.watcher.lead();
    cluster.pass(Duration.ofSeconds(2));

    assertThat(cluster.nudges).contains("prometheus-0", "prometheus-1");
    assertThat(cluster.state("prometheus-0")).isEqualTo(StateWord.IN_SYNC);
  }

  @Test
  void aStokerInAPodThatCouldNotBeReadIsSeenBeforeAnythingIsReloaded() {
    cluster.unreadable = true;
    cluster.watcher.follow();
    cluster.pass(Duration.ofSeconds(1));
    cluster.write(CONFIG, "two", WISH);
    cluster.unreadable = false;
    cluster.tended = true;
    cluster.watcher.lead();
    cluster.pass(Duration.ofSeconds(5));

    assertThat(cluster.pods.get("prometheus-0").reloads).isEmpty();
    assertThat(cluster.state("prometheus-0")).isEqualTo(StateWord.IN_SYNC);
  }

  @Test
  void whatWasProvenJustBeforeTheHandOverIsKnownToTheNextLeader() {
    cluster.write(CONFIG, "two", WISH);
    cluster.pass(Duration.ofSeconds(5));
    CompletableFuture<Void> handedOver = cluster.watcher.handOver();
    cluster.pass(Duration.ofSeconds(1));
    assertThat(handedOver).isDone();
    cluster.pods.values().forEach(pod -> pod.reloads.clear());

    cluster.watcher = cluster.replica();
    cluster.write(CONFIG, "two", WISH);
    cluster.watcher.slice(cluster.slice());
    cluster.watcher.lead();
    cluster.pass(Duration.ofSeconds(5));

    assertThat(cluster.state("prometheus-0")).isEqualTo(StateWord.IN_SYNC);
    assertThat(cluster.pods.get("prometheus-0").reloads).isEmpty();
  }

  @Test
  void aPodWithAStokerOfItsOwnIsLeftToThatAndItsWordIsPassedOn() {
    cluster.tended = true;
    cluster.serve("prometheus-0", "prometheus-1", "prometheus-2");
    cluster.pass(Duration.ofSeconds(1));
    assertThat(cluster.state("prometheus-2")).isEqualTo(StateWord.IN_SYNC);

    cluster.sidecar = new Answer.Given<>(new SidecarState("rejected", "line 3"));
    cluster.write(CONFIG, "two", WISH);
    cluster.pass(Duration.ofSeconds(5));

    assertThat(cluster.state("prometheus-2")).isEqualTo(StateWord.REJECTED);
    assertThat(cluster.status("prometheus-2").verdict().reason()).isEqualTo("line 3");
    assertThat(cluster.pods.get("prometheus-2").reloads).isEmpty();
  }

  @Test
  void whoTakesTheAnnotationAwayIsLeftAlone() {
    cluster.write(CONFIG, "two");
    cluster.pass(Duration.ofSeconds(5));

    assertThat(cluster.journal.statuses()).isEmpty();
    assertThat(cluster.pods.get("prometheus-0").reloads).isEmpty();
  }
}
