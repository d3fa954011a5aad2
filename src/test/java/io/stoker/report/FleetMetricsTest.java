package io.stoker.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FleetMetricsTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final FleetMetrics metrics = new FleetMetrics(registry);

  @Test
  void aTargetHasOneSeriesForTheStateThatItIsIn() {
    metrics.changed(Reports.status(StateWord.STARTING, Optional.empty()));
    metrics.changed(Reports.status(StateWord.IN_SYNC, Optional.empty()));

    assertThat(registry.find("stoker.target.state").gauges())
        .singleElement()
        .satisfies(
            series -> {
              assertThat(series.getId().getTag("state")).isEqualTo("in-sync");
              assertThat(series.value()).isOne();
            });
    assertThat(count(StateWord.IN_SYNC)).isOne();
    assertThat(count(StateWord.STARTING)).isZero();
  }

  @Test
  void aTargetThatIsGoneLeavesNothingBehind() {
    metrics.changed(Reports.status(StateWord.IN_SYNC, Optional.empty()));
    metrics.gone(Reports.TARGET);

    assertThat(registry.find("stoker.target.state").gauges()).isEmpty();
    assertThat(count(StateWord.IN_SYNC)).isZero();
  }

  @Test
  void cyclesAreCountedByOutcomeAndCauseAndNotByTarget() {
    metrics.reported(Reports.of(1, Outcome.Kind.PROVEN));
    metrics.reported(Reports.of(1, Outcome.Kind.PROVEN));

    assertThat(registry.get("stoker.cycles").tags("outcome", "proven").counter().count())
        .isEqualTo(2);
    assertThat(registry.get("stoker.cycles").counter().getId().getTag("target")).isNull();
    assertThat(registry.get("stoker.change.to.proven").timer().count()).isEqualTo(2);
  }

  private double count(StateWord state) {
    return registry.get("stoker.targets").tags("state", state.word()).gauge().value();
  }
}
