package io.stoker.watch;

import io.stoker.kubernetes.ConfigMapFacts;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be reloaded for ConfigMaps that nobody may annotate. An annotation on the object
 * itself counts more; of several rules the first.
 */
public record WatchRules(List<Rule> rules) {
  /** Of a watcher that goes by annotations alone. */
  public static final WatchRules NONE = new WatchRules(List.of());

  public WatchRules {
    rules = List.copyOf(rules);
  }

  /**
   * One rule.
   *
   * @param namespace empty for any
   * @param names of the objects it is about; none for any
   * @param labels that they must have
   * @param annotations that they are taken to have
   */
  public record Rule(
      String namespace,
      Set<String> names,
      Map<String, String> labels,
      Map<String, String> annotations) {

    boolean isAbout(ConfigMapFacts facts) {
      return (namespace.isEmpty() || namespace.equals(facts.name().namespace()))
          && (names.isEmpty() || names.contains(facts.name().name()))
          && facts.labels().entrySet().containsAll(labels.entrySet());
    }
  }

  /** What counts as the annotations of an object. */
  Map<String, String> annotations(ConfigMapFacts facts) {
    return rules.stream()
        .filter(rule -> facts.annotations().isEmpty() && rule.isAbout(facts))
        .findFirst()
        .map(Rule::annotations)
        .orElse(facts.annotations());
  }
}
