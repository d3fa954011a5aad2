package io.stoker.watch;

import io.stoker.kubernetes.ConfigMapFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be reloaded for ConfigMaps that nobody may annotate. An object that says itself what
 * is to be reloaded is no rule's business; of other annotations the object's own count more. Of
 * several rules the first counts.
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

    private Map<String, String> with(Map<String, String> own) {
      if (own.isEmpty()) {
        return annotations;
      }
      var all = new HashMap<>(annotations);
      all.putAll(own);
      return Map.copyOf(all);
    }
  }

  /** What counts as the annotations of an object. */
  Map<String, String> annotations(ConfigMapFacts facts) {
    if (facts.annotations().containsKey(Annotations.RELOAD)) {
      return facts.annotations();
    }
    return rules.stream()
        .filter(rule -> rule.isAbout(facts))
        .findFirst()
        .map(rule -> rule.with(facts.annotations()))
        .orElse(facts.annotations());
  }
}
