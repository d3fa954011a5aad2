package io.stoker.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.prometheus.client.CollectorRegistry;
import io.stoker.report.TargetStatus.Contents;
import io.stoker.report.TargetStatus.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FleetMetricsTest {
  private static final String[] STATE = {"state"};
  private static final String[] TARGET_AND_STATE = {"target", "state"};

  private boolean leads = true;
  private final CollectorRegistry collectors = new CollectorRegistry();
  private final Journal journal = new Journal();

  @BeforeEach
  void register() {
    var _ = new FleetMetrics(new SimpleMeterRegistry(), collectors, journal, () -> leads);
  }

  @Test
  void aTargetHasOneSeriesThatOfItsState() {
    journal.changed(status("a", StateWord.RELOADING));
    journal.changed(status("a", StateWord.IN_SYNC));

    assertThat(series("a", "in-sync")).isEqualTo(1);
    assertThat(series("a", "reloading")).isNull();
  }

  @Test
  void targetsAreCountedByTheirStates() {
    journal.changed(status("a", StateWord.IN_SYNC));
    journal.changed(status("b", StateWord.IN_SYNC));
    journal.changed(status("c", StateWord.REJECTED));

    assertThat(targets("in-sync")).isEqualTo(2);
    assertThat(targets("rejected")).isEqualTo(1);
    assertThat(targets("drifted")).isZero();
  }

  @Test
  void aTargetThatIsGoneLeavesNothing() {
    journal.changed(status("a", StateWord.IN_SYNC));
    journal.gone("a");

    assertThat(series("a", "in-sync")).isNull();
    assertThat(targets("in-sync")).isZero();
  }

  @Test
  void aReplicaThatStandsByTellsThatAndNothingOfTargets() {
    journal.changed(status("a", StateWord.STARTING));
    assertThat(collectors.getSampleValue("stoker_leader")).isEqualTo(1);

    leads = false;
    assertThat(collectors.getSampleValue("stoker_leader")).isZero();
    assertThat(series("a", "starting")).isNull();
    assertThat(targets("starting")).isNull();
    assertThat(targets("rejected")).isNull();
  }

  private Double series(String target, String state) {
    return collectors.getSampleValue(
        "stoker_target_state", TARGET_AND_STATE, new String[] {target, state});
  }

  private Double targets(String state) {
    return collectors.getSampleValue("stoker_targets", STATE, new String[] {state});
  }

  private static TargetStatus status(String target, StateWord state) {
    return new TargetStatus(
        target,
        new Verdict(state, "", Instant.EPOCH),
        Contents.UNKNOWN,
        Optional.empty(),
        false,
        List.of(),
        List.of());
  }
}
