package io.stoker.report;

import io.prometheus.client.Collector;
import io.prometheus.client.GaugeMetricFamily;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * The states of many targets as metrics, which are made when somebody asks for them: a gauge of
 * Micrometer would keep 2 KB for each target. Only the replica that leads knows them.
 */
final class TargetStates extends Collector {
  private final Map<String, StateWord> states = new ConcurrentHashMap<>();
  private final BooleanSupplier leads;

  TargetStates(BooleanSupplier leads) {
    this.leads = leads;
  }

  void put(String target, StateWord state) {
    states.put(target, state);
  }

  void remove(String target) {
    states.remove(target);
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
    states.forEach((target, state) -> each.addMetric(List.of(target, state.word()), 1));
    return each;
  }

  private GaugeMetricFamily sums() {
    Map<StateWord, Integer> counts = new EnumMap<>(StateWord.class);
    states.values().forEach(state -> counts.merge(state, 1, Integer::sum));
    var sums =
        new GaugeMetricFamily(
            "stoker_targets", "how many targets are in a state", List.of("state"));
    for (StateWord state : StateWord.values()) {
      sums.addMetric(List.of(state.word()), counts.getOrDefault(state, 0));
    }
    return sums;
  }
}
