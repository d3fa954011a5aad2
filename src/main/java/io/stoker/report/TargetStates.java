package io.stoker.report;

import io.prometheus.client.Collector;
import io.prometheus.client.GaugeMetricFamily;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * The states of many targets as metrics, which are made when somebody asks for them: a gauge of
 * Micrometer would keep 2 KB for each target. Only the replica that leads knows them.
 */
final class TargetStates extends Collector {
  private final Journal journal;
  private final BooleanSupplier leads;

  TargetStates(Journal journal, BooleanSupplier leads) {
    this.journal = journal;
    this.leads = leads;
  }

  @Override
  public List<MetricFamilySamples> collect() {
    return leads.getAsBoolean() ? List.of(leader(1), each(), sums()) : List.of(leader(0));
  }

  private static GaugeMetricFamily leader(int value) {
    return new GaugeMetricFamily(
        "stoker_leader", "1 while this replica reloads, 0 while it stands by", value);
  }

  private GaugeMetricFamily each() {
    var each =
        new GaugeMetricFamily(
            "stoker_target_state", "1 for the state a target is in", List.of("target", "state"));
    for (TargetStatus status : journal.statuses()) {
      each.addMetric(List.of(status.target(), status.verdict().state().word()), 1);
    }
    return each;
  }

  private GaugeMetricFamily sums() {
    Map<StateWord, Integer> counts = new EnumMap<>(StateWord.class);
    journal.statuses().forEach(status -> counts.merge(status.verdict().state(), 1, Integer::sum));
    var sums =
        new GaugeMetricFamily(
            "stoker_targets", "how many targets are in a state", List.of("state"));
    for (StateWord state : StateWord.values()) {
      sums.addMetric(List.of(state.word()), counts.getOrDefault(state, 0));
    }
    return sums;
  }
}
