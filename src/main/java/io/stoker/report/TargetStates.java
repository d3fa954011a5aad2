package io.stoker.report;

import io.prometheus.client.Collector;
import io.prometheus.client.GaugeMetricFamily;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The states of many targets as metrics, which are made when somebody asks for them: a gauge of
 * Micrometer would keep 2 KB for each target.
 */
final class TargetStates extends Collector {
  private final Map<String, StateWord> states = new ConcurrentHashMap<>();

  void put(String target, StateWord state) {
    states.put(target, state);
  }

  void remove(String target) {
    states.remove(target);
  }

  @Override
  public List<MetricFamilySamples> collect() {
    var each =
        new GaugeMetricFamily(
            "stoker_target_state", "1 for the state a target is in", List.of("target", "state"));
    Map<StateWord, Integer> counts = new EnumMap<>(StateWord.class);
    states.forEach(
        (target, state) -> {
          each.addMetric(List.of(target, state.word()), 1);
          counts.merge(state, 1, Integer::sum);
        });
    return List.of(each, sums(counts));
  }

  private static GaugeMetricFamily sums(Map<StateWord, Integer> counts) {
    var sums =
        new GaugeMetricFamily(
            "stoker_targets", "how many targets are in a state", List.of("state"));
    for (StateWord state : StateWord.values()) {
      sums.addMetric(List.of(state.word()), counts.getOrDefault(state, 0));
    }
    return sums;
  }
}
