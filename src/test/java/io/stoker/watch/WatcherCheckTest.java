package io.stoker.watch;

import static io.stoker.watch.PretendCluster.CONFIG;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.check.CheckPolicy;
import io.stoker.report.FindingEntry;
import io.stoker.report.StateWord;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the watcher itself finds in ConfigMaps. */
class WatcherCheckTest {
  private static final String WISH = "reload=prometheus";
  private static final String BAD =
      "groups:\n- name: api\n  rules:\n  - {record: one, expr: up, fro: 5m}\n";
  private static final String PLACE = "monitoring/prometheus-config/prometheus.yml:4:29";
  private final PretendCluster cluster = TwoPods.inSync(WISH);

  @Test
  void whatATargetRefusesIsExplainedByKeyAndLine() {
    cluster
        .pods
        .values()
        .forEach(pod -> pod.refusal = "one or more errors occurred while applying");
    cluster.write(CONFIG, BAD, WISH);
    cluster.pass(Duration.ofSeconds(2));

    assertThat(cluster.state("prometheus-1")).isEqualTo(StateWord.REJECTED);
    assertThat(cluster.status("prometheus-1").verdict().reason())
        .startsWith(
            PLACE + ": group \"api\", rule 1, record \"one\": a rule has no such field; remove");
    assertThat(cluster.status("prometheus-1").findings()).hasSize(1);
    assertThat(cluster.events)
        .anySatisfy(
            event ->
                assertThat(event)
                    .contains("ConfigRejected: monitoring/prometheus/prometheus-1", PLACE));
  }

  @Test
  void whatIsEnforcedIsNotPostedWhileItIsFaulty() {
    begin(CheckPolicy.ENFORCE);
    cluster.write(CONFIG, BAD, WISH);
    cluster.pass(Duration.ofMinutes(10));

    assertThat(cluster.state("prometheus-0")).isEqualTo(StateWord.INVALID);
    assertThat(cluster.status("prometheus-0").verdict().reason()).startsWith(PLACE);
    assertThat(cluster.pods.get("prometheus-0").reloads).isEmpty();
    assertThat(cluster.events)
        .anySatisfy(event -> assertThat(event).contains("ConfigRejected", PLACE));

    cluster.write(CONFIG, "groups: []\n", WISH);
    cluster.pass(Duration.ofSeconds(5));

    assertThat(cluster.state("prometheus-1")).isEqualTo(StateWord.IN_SYNC);
    assertThat(cluster.status("prometheus-1").findings()).isEmpty();
  }

  @Test
  void withoutACheckARefusalIsOnlyWhatTheTargetSays() {
    begin(CheckPolicy.OFF);
    cluster
        .pods
        .values()
        .forEach(pod -> pod.refusal = "one or more errors occurred while applying");
    cluster.write(CONFIG, BAD, WISH);
    cluster.pass(Duration.ofSeconds(5));

    assertThat(cluster.state("prometheus-0")).isEqualTo(StateWord.REJECTED);
    assertThat(cluster.status("prometheus-0").findings()).isEmpty();
  }

  @Test
  void aFaultOfWhatIsNotOfPrometheusIsNobodys() {
    begin(CheckPolicy.ENFORCE);
    cluster.write(CONFIG, BAD, WISH, "profile=generic");
    cluster.pass(Duration.ofSeconds(60));

    assertThat(cluster.pods.get("prometheus-0").reloads).isNotEmpty();
  }

  @Test
  void whatIsDoubtfulInWhatRunsIsToldAtATick() {
    cluster.write(CONFIG, BAD.replace(", fro: 5m", "") + "  - {record: one, expr: up}\n", WISH);
    cluster.pass(Duration.ofSeconds(5));
    cluster.watcher.tick();
    cluster.pass(Duration.ofSeconds(15));

    assertThat(cluster.state("prometheus-1")).isEqualTo(StateWord.IN_SYNC);
    assertThat(cluster.status("prometheus-1").findings())
        .extracting(FindingEntry::cause)
        .containsExactly("the rule repeats the one in line 4");
  }

  private void begin(CheckPolicy check) {
    cluster.watcher.follow();
    cluster.check = check;
    cluster.watcher = cluster.replica();
    cluster.write(CONFIG, "one", WISH);
    cluster.watcher.slice(cluster.slice());
    cluster.watcher.lead();
    cluster.pass(Duration.ofSeconds(60));
    cluster.pods.values().forEach(pod -> pod.reloads.clear());
    cluster.events.clear();
  }
}
