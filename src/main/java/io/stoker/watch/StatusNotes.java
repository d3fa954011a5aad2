package io.stoker.watch;

import io.stoker.report.StateWord;
import io.stoker.report.TargetStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What became of a ConfigMap, in one sentence in an annotation of its own, where its author wants
 * that. On the planner thread.
 */
final class StatusNotes {
  static final String KEY = "stoker.io/status";

  private final ApiPort api;
  private final Executor requests;
  private final BooleanSupplier leads;
  private final Supplier<Collection<TargetStatus>> statuses;

  /** Each has one request at a time, however slowly the API server answers. */
  private final Set<SourceName> underWay = ConcurrentHashMap.newKeySet();

  /**
   * @param leads whether this replica leads at this very moment
   * @param statuses of all targets at this time
   */
  StatusNotes(
      ApiPort api,
      Executor requests,
      BooleanSupplier leads,
      Supplier<Collection<TargetStatus>> statuses) {
    this.api = api;
    this.requests = requests;
    this.leads = leads;
    this.statuses = statuses;
  }

  /**
   * Writes what has changed.
   *
   * @param written what stands there; empty where its author wants nothing; asked by any thread
   */
  void write(Function<SourceName, Optional<String>> written) {
    byConfigMap(source -> written.apply(source).isPresent())
        .forEach(
            (configMap, targets) -> {
              String text = text(targets);
              if (!written.apply(configMap).equals(Optional.of(text)) && underWay.add(configMap)) {
                requests.execute(() -> annotate(configMap, text, written));
              }
            });
  }

  /** Who has taken the annotation away meanwhile does not get it back. */
  private void annotate(
      SourceName configMap, String text, Function<SourceName, Optional<String>> written) {
    try {
      if (leads.getAsBoolean() && written.apply(configMap).isPresent()) {
        api.annotate(configMap.object(), KEY, text);
      }
    } finally {
      underWay.remove(configMap);
    }
  }

  private Map<SourceName, List<TargetStatus>> byConfigMap(Predicate<SourceName> wanted) {
    var all = new HashMap<SourceName, List<TargetStatus>>();
    for (TargetStatus status : statuses.get()) {
      for (String source : status.sources()) {
        SourceName name = SourceName.parse(source);
        if (wanted.test(name)) {
          all.computeIfAbsent(name, none -> new ArrayList<>()).add(status);
        }
      }
    }
    return all;
  }

  private static String text(List<TargetStatus> targets) {
    long live = targets.stream().filter(StatusNotes::isLive).count();
    Optional<TargetStatus> worst =
        targets.stream()
            .filter(status -> !isLive(status))
            .min(
                Comparator.comparing((TargetStatus status) -> status.verdict().since())
                    .thenComparing(TargetStatus::target));
    String count = "%d of %d live".formatted(live, targets.size());
    return worst
        .map(
            status ->
                "%s; %s: %s: %s"
                    .formatted(
                        count,
                        status.target(),
                        status.verdict().state().word(),
                        status.verdict().reason()))
        .orElseGet(() -> "%s, fingerprint %.12s".formatted(count, confirmed(targets)));
  }

  /** Where they differ, that of the first by name, so that the text stays the same. */
  private static String confirmed(List<TargetStatus> targets) {
    return targets.stream()
        .min(Comparator.comparing(TargetStatus::target))
        .flatMap(first -> first.contents().confirmed())
        .orElse("unknown");
  }

  private static boolean isLive(TargetStatus status) {
    return status.verdict().state() == StateWord.IN_SYNC;
  }
}
