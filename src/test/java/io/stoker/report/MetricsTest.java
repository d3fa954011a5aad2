package io.stoker.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.stoker.report.Outcome.Kind;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a report in the metrics. */
class MetricsTest {
  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final ReloaderMetrics reloader = new ReloaderMetrics(registry, "1.2");
  private final MetricsReporter own = new MetricsReporter(registry);

  @ParameterizedTest
  @CsvSource({
    "UNCHANGED,0,0,0",
    "PROVEN,1,0,0",
    "UNVERIFIABLE,1,0,0",
    "OVERTAKEN,0,0,0",
    "STARTING,0,0,0",
    "REJECTED,1,1,0",
    "MISCONFIGURED,1,1,0",
    "UNREACHABLE,1,1,0",
    "TIMED_OUT,1,1,0",
    "UNCONFIRMED,1,1,0",
    "FAULT,1,1,0",
    "SOURCE_MISSING,0,0,1"
  })
  void eachOutcomeCountsAsTheOriginalWould(Kind kind, int reloads, int failed, int appliesFailed) {
    reloader.reported(Reports.of(1, kind));

    assertThat(value("reloader.reloads")).isEqualTo(reloads);
    assertThat(value("reloader.reloads.failed")).isEqualTo(failed);
    assertThat(value("reloader.config.apply.operations")).isEqualTo(1);
    assertThat(value("reloader.config.apply.operations.failed")).isEqualTo(appliesFailed);
  }

  @Test
  void successIsRememberedUntilAFailure() {
    reloader.reported(Reports.of(1, Kind.PROVEN));
    assertThat(value("reloader.last.reload.successful")).isEqualTo(1);
    double at = value("reloader.last.reload.success.timestamp.seconds");
    assertThat(at).isGreaterThan(1e9);

    reloader.reported(Reports.of(2, Kind.UNCHANGED));
    assertThat(value("reloader.last.reload.successful")).isEqualTo(1);

    reloader.reported(Reports.of(3, Kind.REJECTED));
    assertThat(value("reloader.last.reload.successful")).isZero();
    assertThat(value("reloader.last.reload.success.timestamp.seconds")).isEqualTo(at);
  }

  @Test
  void aReplicaThatStandsByHasNoLastReload() {
    var leads = new AtomicBoolean();
    var one = new SimpleMeterRegistry();
    new ReloaderMetrics(one, "1.2", leads::get).reported(Reports.of(1, Kind.REJECTED));

    assertThat(one.get("reloader.last.reload.successful").gauge().value()).isNaN();
    assertThat(one.get("reloader.last.reload.success.timestamp.seconds").gauge().value()).isNaN();

    leads.set(true);
    assertThat(one.get("reloader.last.reload.successful").gauge().value()).isZero();
  }

  @Test
  void exactlyOneStateIsOne() {
    own.changed(Reports.status(StateWord.STARTING, Optional.empty()));
    own.changed(Reports.status(StateWord.REJECTED, Optional.of(Reports.STARTED)));

    for (StateWord state : StateWord.values()) {
      assertThat(registry.get("stoker.target.state").tag("state", state.word()).gauge().value())
          .isEqualTo(state == StateWord.REJECTED ? 1 : 0);
    }
    assertThat(value("stoker.proven.timestamp.seconds"))
        .isEqualTo((double) Reports.STARTED.getEpochSecond());
  }

  @Test
  void aRestartIsUnsafeOrNot() {
    own.changed(Reports.status(StateWord.REJECTED, Optional.empty()));
    assertThat(value("stoker.restart.unsafe")).isEqualTo(1);

    own.changed(Reports.status(StateWord.IN_SYNC, Optional.empty()));
    assertThat(value("stoker.restart.unsafe")).isZero();
  }

  @Test
  void neverProvenIsZero() {
    own.changed(Reports.status(StateWord.STARTING, Optional.empty()));

    assertThat(value("stoker.proven.timestamp.seconds")).isZero();
  }

  @Test
  void onlyAnAppliedChangeHasALatency() {
    own.reported(Reports.of(1, Kind.REJECTED));
    assertThat(registry.find("stoker.change.to.proven").timer()).isNull();

    own.reported(Reports.of(2, Kind.PROVEN));

    assertThat(registry.get("stoker.change.to.proven").timer().count()).isEqualTo(1);
    assertThat(registry.get("stoker.cycles").tag("outcome", "rejected").counter().count())
        .isEqualTo(1);
    assertThat(registry.get("stoker.stage").tag("stage", "reload").timer().count()).isEqualTo(2);
  }

  @Test
  void theFaultOfOneReporterStopsNoneOfTheOthers() {
    var journal = new Journal();
    var broken =
        new Reporter() {
          @Override
          public void reported(ReloadReport report) {
            throw new IllegalStateException("a bug");
          }
        };

    new Reporters(List.of(broken, journal)).reported(Reports.of(1, Kind.PROVEN));

    assertThat(journal.reports()).hasSize(1);
  }

  private double value(String name) {
    return registry.get(name).meters().stream()
        .map(Meter::measure)
        .mapToDouble(measures -> measures.iterator().next().getValue())
        .sum();
  }
}
