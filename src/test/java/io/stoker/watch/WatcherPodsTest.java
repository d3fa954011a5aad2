package io.stoker.watch;

import static io.stoker.watch.PretendCluster.CONFIG;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.kubernetes.SliceFacts;
import io.stoker.report.StateWord;
import io.stoker.report.TargetStatus;
import io.stoker.target.Answer;
import io.stoker.target.SidecarState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Which pods are looked after, and what is known of them. */
class WatcherPodsTest {
  private static final String WISH = "reload=prometheus";
  private final PretendCluster cluster = TwoPods.inSync(WISH);

  @Test
  void aPodThatCouldNotBeReadIsNudgedAllTheSame() {
    cluster.unreadable = true;
    cluster.serve("prometheus-2");
    cluster.pass(Duration.ofSeconds(5));
    cluster.write(CONFIG, "two", WISH);
    cluster.pass(Duration.ofSeconds(2));

    assertThat(cluster.nudges).contains("prometheus-2");
    assertThat(cluster.state("prometheus-2")).isEqualTo(StateWord.IN_SYNC);
  }

  @Test
  void aPodThatCouldNotBeReadIsReadAgainLaterForAStokerInIt() {
    cluster.unreadable = true;
    cluster.serve("prometheus-0", "prometheus-1", "prometheus-2");
    cluster.pass(Duration.ofSeconds(1));
    cluster.unreadable = false;
    cluster.tended = true;
    cluster.sidecar = new Answer.Given<>(new SidecarState("rejected", "line 3"));
    cluster.pass(Duration.ofMinutes(6));

    assertThat(cluster.state("prometheus-2")).isEqualTo(StateWord.REJECTED);
  }

  @Test
  void aSliceThatIsGivenToAnotherServiceIsForgottenByTheOneBefore() {
    SliceFacts slice = cluster.slice();
    cluster.watcher.slice(
        new SliceFacts(
            slice.name(), "other", slice.addressType(), slice.endpoints(), slice.ports()));
    cluster.pass(Duration.ofSeconds(1));
    assertThat(cluster.journal.statuses()).isEmpty();

    cluster.write(CONFIG, "one", "reload=other");
    cluster.pass(Duration.ofSeconds(1));
    assertThat(cluster.journal.statuses())
        .extracting(TargetStatus::target)
        .containsExactlyInAnyOrder(
            "monitoring/other/prometheus-0", "monitoring/other/prometheus-1");
  }
}
