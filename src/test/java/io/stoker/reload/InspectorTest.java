package io.stoker.reload;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.target.Answer;
import io.stoker.target.CallFailure;
import io.stoker.testbed.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InspectorTest {
  private static final CallFailure SILENT = new CallFailure.TimedOut("no answer in time");

  private static final Duration TICK = Duration.ofSeconds(5);
  private static final Duration ASK_EVERY = TICK.multipliedBy(3);

  private final ManualClock clock = ManualClock.at(Instant.EPOCH);
  private final StagedTarget target = new StagedTarget();
  private final Inspector inspector =
      new Inspector(target, clock, TICK, () -> Optional.of("global.x is missing"));
  private Baseline baseline;

  @BeforeEach
  void prove() {
    baseline = said();
    clock.advance(ASK_EVERY);
  }

  @Test
  void aTargetThatAnsweredAtOneOfTheLastTwoTicksIsLeftAlone() {
    clock.advance(TICK.negated());
    target.processStart++;

    assertThat(inspector.inspect(baseline)).isEqualTo(new Inspection.Nothing());
  }

  @Test
  void aTargetThatRanOnIsTheSameAndItsConfigIsNotFetched() {
    target.configFailure = SILENT;

    assertThat(inspector.inspect(baseline))
        .isEqualTo(new Inspection.Same(baseline.heardAgain(clock.instant())));
  }

  @Test
  void anotherStartIsARestart() {
    target.processStart++;

    assertThat(inspector.inspect(baseline)).isEqualTo(new Inspection.Restarted());
  }

  @Test
  void aReloadOfSomebodyElsesWithTheSameResultIsNoDrift() {
    target.successTime++;
    assertThat(inspector.inspect(baseline))
        .isEqualTo(
            new Inspection.Same(
                new Baseline(
                    target.info(), clock.instant(), Optional.of("served"), clock.instant())));
  }

  @Test
  void aReloadOfSomebodyElsesWithAnotherResultIsDrift() {
    target.successTime++;
    target.served = "other";

    assertThat(inspector.inspect(baseline))
        .isEqualTo(
            new Inspection.Drifted(
                "the served configuration is not the one that was proven: global.x is missing"));
  }

  @Test
  void aFailedReloadOfSomebodyElsesIsDrift() {
    target.successful = false;

    assertThat(inspector.inspect(baseline)).isInstanceOf(Inspection.Drifted.class);
  }

  @Test
  void theServedConfigIsComparedNowAndThenWithoutAnySign() {
    target.served = "other";
    clock.advance(Duration.ofMinutes(10).minus(ASK_EVERY).minusMillis(1));
    assertThat(inspector.inspect(baseline)).isInstanceOf(Inspection.Same.class);

    clock.advance(Duration.ofMillis(1));

    assertThat(inspector.inspect(baseline)).isInstanceOf(Inspection.Drifted.class);
  }

  @Test
  void silenceIsNoDrift() {
    target.infoFailure = SILENT;
    assertThat(inspector.inspect(baseline)).isEqualTo(new Inspection.Silent("no answer in time"));

    target.infoFailure = null;
    target.configFailure = SILENT;
    target.successTime++;
    assertThat(inspector.inspect(baseline)).isEqualTo(new Inspection.Silent("no answer in time"));
  }

  @Test
  void withoutAServedConfigTheRunAloneIsCompared() {
    target.configFailure = new CallFailure.NotThere("HTTP 404");
    var without = said();
    assertThat(without.servedHash()).isEmpty();
    target.successTime++;
    clock.advance(ASK_EVERY);

    assertThat(inspector.inspect(without)).isInstanceOf(Inspection.Same.class);
  }

  @Test
  void aTargetThatTellsNothingOfItselfHasNoBaseline() {
    target.infoFailure = new CallFailure.NotThere("HTTP 404");

    assertThat(Baseline.ask(target, clock)).isEqualTo(new Answer.Missing<>(target.infoFailure));
  }

  private Baseline said() {
    return ((Answer.Given<Baseline>) Baseline.ask(target, clock)).value();
  }
}
