package io.stoker.kubernetes;

import static io.stoker.kubernetes.Volumes.POD;
import static io.stoker.kubernetes.Volumes.part;
import static io.stoker.kubernetes.Volumes.volume;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.fabric8.kubernetes.api.model.Event;
import io.stoker.report.Outcome;
import io.stoker.report.Outcome.Kind;
import io.stoker.report.Reports;
import io.stoker.report.StateWord;
import io.stoker.testbed.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventWriterTest {
  private final List<Event> events = new ArrayList<>();
  private final ManualClock clock = ManualClock.at(Instant.EPOCH);
  private final EventWriter writer =
      new EventWriter(
          new OwnPod(POD, List.of(volume(part("config"))), true, List.of(), List.of()),
          clock,
          Runnable::run,
          events::add);

  @Test
  void tellsOfAReloadOnThePodAndOnItsConfigMaps() {
    writer.reported(Reports.of(1, Kind.PROVEN));

    assertThat(events)
        .extracting(event -> event.getInvolvedObject().getKind(), Event::getReason, Event::getType)
        .containsExactly(
            tuple("Pod", "ConfigReloaded", "Normal"),
            tuple("ConfigMap", "ConfigReloaded", "Normal"));
    assertThat(events.getFirst().getInvolvedObject().getUid()).isEqualTo("pod-uid");
  }

  @Test
  void doesNotTellOfATargetThatCannotBeVerifiedThatItRuns() {
    writer.reported(
        Reports.of("fingerprint", new Outcome(Kind.UNVERIFIABLE, "not readable here: rules.yml")));

    assertThat(events)
        .extracting(Event::getReason, Event::getMessage)
        .containsOnly(
            tuple(
                "ConfigUnverifiable",
                "http://127.0.0.1:9090/-/reload: not readable here: rules.yml (configuration fingerprint)"));
  }

  @Test
  void tellsOfARefusalWithItsReasonAndOnce() {
    writer.reported(Reports.of(1, Kind.REJECTED));
    writer.reported(Reports.of(2, Kind.REJECTED));

    assertThat(reasons()).containsExactly("ConfigRejected");
  }

  @Test
  void tellsOnceThatARestartHasBecomeUnsafeHoweverOftenItIsRefused() {
    for (int tries = 0; tries < 3; tries++) {
      writer.reported(Reports.of(tries, Kind.REJECTED));
      writer.changed(Reports.status(StateWord.REJECTED, Optional.empty()));
    }
    assertThat(reasons()).containsExactly("ConfigRejected", "RestartUnsafe");

    writer.changed(Reports.status(StateWord.IN_SYNC, Optional.empty()));
    writer.changed(Reports.status(StateWord.REJECTED, Optional.empty()));
    assertThat(reasons()).containsExactly("ConfigRejected", "RestartUnsafe", "RestartUnsafe");
  }

  @Test
  void saysNothingOfWhatConcernsNoConfiguration() {
    for (var kind : List.of(Kind.UNCHANGED, Kind.UNREACHABLE, Kind.STARTING, Kind.OVERTAKEN)) {
      writer.reported(Reports.of(1, kind));
    }
    assertThat(events).isEmpty();
  }

  @Test
  void reloadsInALoopCostTenEventsAndThenOneInSixSeconds() {
    for (int i = 0; i < 300; i++) {
      writer.lagging("reason " + i);
      clock.advance(Duration.ofMillis(200));
    }
    assertThat(reasons()).hasSizeBetween(18, 20).containsOnly("VolumeLagging");
  }

  private List<String> reasons() {
    return events.stream()
        .filter(event -> event.getInvolvedObject().getKind().equals("Pod"))
        .map(Event::getReason)
        .toList();
  }
}
