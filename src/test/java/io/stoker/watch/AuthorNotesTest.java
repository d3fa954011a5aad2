package io.stoker.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.kubernetes.ConfigMapFacts;
import io.stoker.report.Outcome;
import io.stoker.report.Reports;
import io.stoker.report.StateWord;
import io.stoker.report.TargetStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the author of a ConfigMap is told of targets that do not tell what they run. */
class AuthorNotesTest {
  private static final String REASON = "reloaded; it does not tell what it runs";
  private static final SourceName SOURCE = new SourceName(PretendCluster.CONFIG, false);

  private final PretendCluster cluster = new PretendCluster();

  @Test
  void nobodyIsToldThatATargetRunsWhatItDoesNotTell() {
    var sources = new Sources(cluster.time, cluster.time);
    sources.heard(configMap());
    var notes = new AuthorNotes(cluster, sources, cluster.time, Runnable::run);

    notes.reported(
        List.of(SOURCE), Reports.of("fingerprint", new Outcome(Outcome.Kind.UNVERIFIABLE, REASON)));

    assertThat(cluster.events)
        .singleElement()
        .asString()
        .startsWith("prometheus-config Normal ConfigUnverifiable: ")
        .endsWith(": " + REASON)
        .doesNotContain("runs the configuration");
  }

  @Test
  void noTargetIsCalledLiveThatIsNotProven() {
    var statuses = List.of(status(StateWord.IN_SYNC), status(StateWord.UNVERIFIABLE));

    new StatusNotes(cluster, Runnable::run, () -> statuses).write(source -> Optional.of("wanted"));

    assertThat(cluster.annotated)
        .containsExactly(
            "monitoring/prometheus-config stoker.io/status=1 of 2 live; unverifiable-0: unverifiable: "
                + REASON);
  }

  private static ConfigMapFacts configMap() {
    return new ConfigMapFacts(
        PretendCluster.CONFIG,
        false,
        "uid",
        "1",
        Map.of(),
        Map.of(),
        new TreeMap<>(),
        false,
        Optional.empty());
  }

  private static TargetStatus status(StateWord state) {
    return TargetStatus.unproven(
        state.word() + "-0",
        new TargetStatus.Verdict(state, REASON, Instant.EPOCH),
        List.of(SOURCE.toString()));
  }
}
