package io.stoker.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportWordsTest {
  @Test
  void theWordsForAStateAreAClosedSet() {
    assertThat(Stream.of(StateWord.values()).map(StateWord::word))
        .containsExactly(
            "in-sync",
            "settling",
            "pending-kubelet",
            "reloading",
            "rejected",
            "invalid",
            "unreachable",
            "drifted",
            "unverifiable",
            "unconfirmed",
            "source-missing",
            "starting",
            "misconfigured");
  }

  @Test
  void theWordsForADiagnosisAreAClosedSet() {
    assertThat(Stream.of(Diagnosis.Code.values()).map(Diagnosis.Code::word))
        .containsExactly(
            "auto-reload-on",
            "lifecycle-off",
            "wrong-prefix",
            "wrong-credentials",
            "plain-http-to-tls",
            "no-reload-endpoint",
            "other-config-file",
            "reads-another-file",
            "half-applied",
            "rules-unchanged",
            "sub-path",
            "immutable-config-map",
            "near-size-limit",
            "empty-file",
            "truncated-file",
            "stale-file",
            "absolute-rule-files",
            "unwritable-output");
  }

  @Test
  void theWordsForACauseAreAClosedSet() {
    assertThat(Stream.of(Cause.values()).map(Cause::word))
        .containsExactly(
            "none",
            "main-file",
            "rule-file",
            "applying",
            "lifecycle-off",
            "credentials",
            "wrong-prefix",
            "plain-http",
            "no-endpoint",
            "untrusted",
            "not-connected",
            "broken",
            "late",
            "unavailable",
            "no-account");
  }

  @Test
  void onlyWhatKeepsTryingKeepsAStopWaiting() {
    assertThat(Stream.of(Outcome.Kind.values()).filter(kind -> !Outcome.of(kind).keepsTrying()))
        .containsExactly(
            Outcome.Kind.UNCHANGED,
            Outcome.Kind.PROVEN,
            Outcome.Kind.UNVERIFIABLE,
            Outcome.Kind.REJECTED,
            Outcome.Kind.INVALID,
            Outcome.Kind.DRIFTED);
  }

  @Test
  void aChangeNamesTwentyFilesAndCountsAll() {
    var change = Change.to("f", 50, Collections.nCopies(30, "name"));

    assertThat(change.changedFiles()).hasSize(20);
    assertThat(change.changed()).isEqualTo(30);
  }

  @Test
  void anEntryShowsMillisecondsAndALatencyOnlyOfWhatWasApplied() {
    var proven = ReloadEntry.of(Reports.of(1, Outcome.Kind.PROVEN));
    assertThat(proven.times().stages()).containsEntry("read", 1.5).containsEntry("reload", 20.0);
    assertThat(proven.times().changeToProvenMillis()).isEqualTo(250.0);

    var rejected = ReloadEntry.of(Reports.of(1, Outcome.Kind.REJECTED));
    assertThat(rejected.times().changeToProvenMillis()).isNull();
    assertThat(rejected.ending())
        .isEqualTo(new ReloadEntry.Ending("rejected", "none", StateWord.REJECTED, ""));
  }

  @Test
  void aCycleTakesAsLongAsItsStages() {
    assertThat(Reports.of(1, Outcome.Kind.PROVEN).timeline().total())
        .isEqualTo(Duration.ofNanos(21_500_000));
  }
}
