package io.stoker.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a target costs the watcher, counted in tasks and requests, is the same among many. */
class ScaleTest {
  private static final int FEW = 10;
  private static final Duration TICK = Duration.ofSeconds(15);

  @ParameterizedTest
  @ValueSource(ints = {1_000, 10_000})
  void aTargetCostsNoMoreToFindAndProveAmongMany(int size) {
    assertThat(started(size).work() / (double) size).isLessThanOrEqualTo(startOfEachOfFew());
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 10_000})
  void aChangeCostsTheSameAmongMany(int size) {
    assertThat(workOfAChange(size)).isEqualTo(workOfAChange(FEW));
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 10_000})
  void aTickCostsEachTargetNoMoreAmongMany(int size) {
    assertThat(workOfATick(size) / (double) size)
        .isLessThanOrEqualTo(workOfATick(FEW) / (double) FEW);
  }

  /** Those of cycles, and some that ask the API server. */
  @ParameterizedTest
  @ValueSource(ints = {1_000, 10_000})
  void noMoreThreadsAreUnderWayHoweverManyTargetsStart(int size) {
    assertThat(started(size).mostThreads()).isLessThanOrEqualTo(100);
  }

  private static double startOfEachOfFew() {
    return started(FEW).work() / (double) FEW;
  }

  private static long workOfAChange(int size) {
    PretendFleet fleet = started(size);
    long before = fleet.work();
    fleet.write(size / 2, "second");
    fleet.pass(Duration.ofSeconds(5));

    assertThat(fleet.reloads(size / 2)).isEqualTo(2);
    assertThat(fleet.reloads(size / 2 - 1)).isEqualTo(1);
    assertThat(fleet.inSync()).isEqualTo(size);
    return fleet.work() - before;
  }

  private static long workOfATick(int size) {
    PretendFleet fleet = started(size);
    fleet.pass(TICK);
    long before = fleet.work();
    fleet.tick();
    fleet.pass(TICK);

    assertThat(fleet.work() - before).isGreaterThan(size);
    return fleet.work() - before;
  }

  private static PretendFleet started(int size) {
    var fleet = new PretendFleet(size);
    fleet.pass(Duration.ofSeconds(5));
    assertThat(fleet.inSync()).isEqualTo(size);
    return fleet;
  }
}
