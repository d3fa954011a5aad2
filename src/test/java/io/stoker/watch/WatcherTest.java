package io.stoker.watch;

import static io.stoker.watch.PretendCluster.CONFIG;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.report.StateWord;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The whole watcher among a pretended API server, kubelets and pods. */
class WatcherTest {
  private static final String WISH = "reload=prometheus";
  private final PretendCluster cluster = TwoPods.inSync(WISH);

  @Test
  void everyPodBehindTheServiceRunsAChangeWithinASecond() {
    cluster.write(CONFIG, "two", WISH);
    cluster.pass(Duration.ofSeconds(1));

    assertEachRunsItByOneReload("two");
    assertThat(cluster.state("prometheus-0")).isEqualTo(StateWord.IN_SYNC);
  }

  @Test
  void withoutTheRightToNudgeItReloadsUntilTheKubeletHasBroughtTheChange() {
    cluster.mayNudge = false;
    cluster.write(CONFIG, "two", WISH);
    cluster.pass(Duration.ofSeconds(20));
    assertThat(cluster.state("prometheus-0")).isEqualTo(StateWord.PENDING_KUBELET);

    cluster.sync();
    cluster.pass(Duration.ofSeconds(60));

    assertThat(cluster.state("prometheus-0")).isEqualTo(StateWord.IN_SYNC);
    assertThat(cluster.state("prometheus-1")).isEqualTo(StateWord.IN_SYNC);
  }

  @Test
  void whatNoKubeletBringsIsUnconfirmedAfterTheDeadlineAndNeverGreen() {
    cluster.mayNudge = false;
    cluster.write(CONFIG, "two", WISH);
    cluster.pass(Duration.ofMinutes(4));

    assertThat(cluster.state("prometheus-0")).isEqualTo(StateWord.UNCONFIRMED);
    assertThat(cluster.status("prometheus-0").verdict().reason()).contains("subPath");
    assertThat(cluster.events)
        .anySatisfy(event -> assertThat(event).contains("Warning ConfigUnconfirmed"));
  }

  @Test
  void whatTheFirstLookAtATargetCannotSeeIsReloadedOnceMoreWhenTheKubeletIsDone() {
    cluster.mayNudge = false;
    cluster.serve("prometheus-0", "prometheus-1", "prometheus-2");
    cluster.pass(Duration.ofSeconds(5));
    assertThat(cluster.state("prometheus-2")).isEqualTo(StateWord.PENDING_KUBELET);

    cluster.pass(Duration.ofSeconds(90));

    assertThat(cluster.state("prometheus-2")).isEqualTo(StateWord.IN_SYNC);
  }

  @Test
  void onePodAtATimeIsReloadedUnlessMoreAreAskedFor() {
    cluster.mayNudge = false;
    cluster.write(CONFIG, "two", WISH);
    cluster.pass(Duration.ofSeconds(30));
    assertThat(cluster.pods.get("prometheus-0").reloads).isNotEmpty();
    assertThat(cluster.pods.get("prometheus-1").reloads).isEmpty();

    cluster.write(CONFIG, "two", WISH, "stagger=2");
    cluster.pass(Duration.ofSeconds(30));

    assertThat(cluster.pods.get("prometheus-1").reloads).isNotEmpty();
  }

  @Test
  void aPodThatRefusesDoesNotHoldUpTheOthers() {
    cluster.pods.get("prometheus-0").refusal = "yaml: line 3: did not find expected key";
    cluster.write(CONFIG, "two", WISH);
    cluster.pass(Duration.ofSeconds(2));

    assertThat(cluster.state("prometheus-0")).isEqualTo(StateWord.REJECTED);
    assertThat(cluster.state("prometheus-1")).isEqualTo(StateWord.IN_SYNC);
    assertThat(cluster.events)
        .anySatisfy(event -> assertThat(event).contains("ConfigRejected", "line 3"));
  }

  @Test
  void aPodThatIsAwayDoesNotHoldUpTheOthersAndIsCaughtLater() {
    cluster.pods.get("prometheus-0").away = true;
    cluster.write(CONFIG, "two", WISH);
    cluster.pass(Duration.ofSeconds(5));
    assertThat(cluster.state("prometheus-0")).isEqualTo(StateWord.UNREACHABLE);
    assertThat(cluster.state("prometheus-1")).isEqualTo(StateWord.IN_SYNC);

    cluster.pods.get("prometheus-0").away = false;
    cluster.pass(Duration.ofSeconds(30));

    assertThat(cluster.state("prometheus-0")).isEqualTo(StateWord.IN_SYNC);
  }

  @Test
  void aPodThatComesLaterIsCaughtAndOneThatGoesIsForgotten() {
    cluster.serve("prometheus-1", "prometheus-2");
    cluster.pass(Duration.ofSeconds(5));

    assertThat(cluster.state("prometheus-2")).isEqualTo(StateWord.IN_SYNC);
    assertThat(cluster.journal.statuses())
        .noneMatch(status -> status.target().endsWith("prometheus-0"));
    assertThat(cluster.pods.get("prometheus-1").reloads).isEmpty();
  }

  @Test
  void aConfigMapThatIsDeletedAndCreatedAnewIsAChangeLikeAnyOther() {
    cluster.watcher.configMapGone(CONFIG, false);
    cluster.pass(Duration.ofSeconds(5));
    assertThat(cluster.state("prometheus-0")).isEqualTo(StateWord.SOURCE_MISSING);
    assertThat(cluster.pods.get("prometheus-0").reloads).isEmpty();

    cluster.write(CONFIG, "two", WISH);
    cluster.pass(Duration.ofSeconds(2));

    assertThat(cluster.state("prometheus-0")).isEqualTo(StateWord.IN_SYNC);
    assertThat(cluster.pods.get("prometheus-0").loaded).isEqualTo("two");
  }

  @Test
  void aConfigMapThatIsReplacedByDeleteAndCreateCostsOneNudgeAndOneReload() {
    cluster.watcher.configMapGone(CONFIG, false);
    cluster.pass(Duration.ofMillis(20));
    cluster.write(CONFIG, "two", WISH);
    cluster.pass(Duration.ofSeconds(1));

    assertThat(cluster.nudges).containsExactlyInAnyOrder("prometheus-0", "prometheus-1");
    assertEachRunsItByOneReload("two");
    assertThat(cluster.state("prometheus-1")).isEqualTo(StateWord.IN_SYNC);
  }

  @Test
  void changesInARowCostFewReloadsAndTheLastOneWins() {
    for (int change = 0; change < 100; change++) {
      cluster.write(CONFIG, "change " + change, WISH, "stagger=2");
      cluster.pass(Duration.ofMillis(100));
    }
    cluster.pass(Duration.ofSeconds(30));

    assertThat(cluster.pods.get("prometheus-0").loaded).isEqualTo("change 99");
    assertThat(cluster.state("prometheus-0")).isEqualTo(StateWord.IN_SYNC);
    assertThat(cluster.pods.get("prometheus-0").reloads).hasSizeLessThanOrEqualTo(10);
    assertThat(cluster.nudges).hasSizeLessThan(40);
  }

  private void assertEachRunsItByOneReload(String content) {
    for (PretendPod pod : cluster.pods.values()) {
      assertThat(pod.loaded).isEqualTo(content);
      assertThat(pod.reloads).hasSize(1);
    }
  }
}
