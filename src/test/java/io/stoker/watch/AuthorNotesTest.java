package io.stoker.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.kubernetes.PlainConfigMap;
import io.stoker.report.Outcome;
import io.stoker.report.Reports;
import io.stoker.report.StateWord;
import io.stoker.report.TargetStatus;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/**
 * What authors of ConfigMaps are told, also where a target tells little or the API server is slow.
 */
class AuthorNotesTest {
  private static final String REASON = "reloaded; it does not tell what it runs";
  private static final SourceName SOURCE = new SourceName(PretendCluster.CONFIG, false);

  private final PretendCluster cluster = new PretendCluster();
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean leads = true;

  @Test
  void nobodyIsToldThatATargetRunsWhatItDoesNotTell() {
    notes(Runnable::run)
        .reported(
            List.of(SOURCE),
            Reports.of("fingerprint", new Outcome(Outcome.Kind.UNVERIFIABLE, REASON)));

    assertThat(cluster.events)
        .singleElement()
        .asString()
        .startsWith("prometheus-config Normal ConfigUnverifiable: ")
        .contains(": " + REASON)
        .contains("configuration fingerprint")
        .doesNotContain("runs the configuration");
  }

  @Test
  void ofWhatWaitsForASlowApiServerTheLastWordIsTold() {
    var notes = notes(waiting::add);
    notes.complain(SOURCE, "first");
    notes.complain(SOURCE, "second");
    assertThat(waiting).hasSize(1);
    waiting.remove().run();

    assertThat(cluster.events).containsExactly("prometheus-config Warning CannotReload: second");
  }

  @Test
  void theSameIsToldAgainOfAConfigMapThatWasCreatedAnew() {
    var notes = notes(Runnable::run);
    notes.complain(SOURCE, "the same");
    notes.complain(SOURCE, "the same");
    assertThat(cluster.events).hasSize(1);
    notes.forget(SOURCE);
    notes.complain(SOURCE, "the same");

    assertThat(cluster.events).hasSize(2);
  }

  @Test
  void aConfigMapHasOneRequestHoweverSlowTheApiServerIs() {
    var notes = notes(waiting::add, List.of(status(StateWord.UNVERIFIABLE)));
    notes.write(source -> Optional.of("wanted"));
    notes.write(source -> Optional.of("wanted"));
    assertThat(waiting).hasSize(1);

    waiting.remove().run();
    notes.write(source -> Optional.of("wanted"));
    assertThat(waiting).hasSize(1);
  }

  @Test
  void whoHasLostTheLeadWritesNothingThatWasWaiting() {
    notes(waiting::add, List.of(status(StateWord.UNVERIFIABLE)))
        .write(source -> Optional.of("wanted"));
    leads = false;
    waiting.remove().run();

    assertThat(cluster.annotated).isEmpty();
  }

  @Test
  void anAnnotationThatWasTakenAwayMeanwhileIsNotWritten() {
    var written = new HashMap<>(Map.of(SOURCE, "wanted"));
    notes(waiting::add, List.of(status(StateWord.UNVERIFIABLE)))
        .write(source -> Optional.ofNullable(written.get(source)));
    written.clear();
    waiting.remove().run();

    assertThat(cluster.annotated).isEmpty();
  }

  @Test
  void noTargetIsCalledLiveThatIsNotProven() {
    var statuses = List.of(status(StateWord.IN_SYNC), status(StateWord.UNVERIFIABLE));

    notes(Runnable::run, statuses).write(source -> Optional.of("wanted"));

    assertThat(cluster.annotated)
        .containsExactly(
            "monitoring/prometheus-config stoker.io/status=1 of 2 live; unverifiable-0: unverifiable: "
                + REASON);
  }

  private AuthorNotes notes(Executor requests) {
    var sources = new Sources(cluster.time, cluster.time);
    sources.heard(PlainConfigMap.of(PretendCluster.CONFIG, "uid"));
    return new AuthorNotes(cluster, sources, cluster.time, requests);
  }

  private StatusNotes notes(Executor requests, List<TargetStatus> statuses) {
    return new StatusNotes(cluster, requests, () -> leads, () -> statuses);
  }

  private static TargetStatus status(StateWord state) {
    return TargetStatus.unproven(
        state.word() + "-0",
        new TargetStatus.Verdict(state, REASON, Instant.EPOCH),
        List.of(SOURCE.toString()));
  }
}
