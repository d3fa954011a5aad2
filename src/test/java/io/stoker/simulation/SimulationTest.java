package io.stoker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private static final int HISTORIES = Integer.getInteger("simulation.histories", 10_000);

  private static final Variant AS_IT_IS = new Variant() {};

  @Test
  void keepsItsPromisesThroughRandomHistoriesOfFaults() {
    Optional<Failure> failure =
        Optional.ofNullable(Long.getLong("simulation.seed"))
            .map(seed -> Histories.failure(seed, () -> AS_IT_IS))
            .orElseGet(() -> Histories.firstFailure(HISTORIES, () -> AS_IT_IS));
    assertThat(failure.map(Failure::replayed)).isEmpty();
  }
}
