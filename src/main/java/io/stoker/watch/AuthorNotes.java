package io.stoker.watch;

import io.stoker.kubernetes.ConfigMapFacts;
import io.stoker.kubernetes.EventNote;
import io.stoker.kubernetes.RequestBudget;
import io.stoker.report.Outcome;
import io.stoker.report.ReloadReport;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Tells authors of ConfigMaps what became of them, by Events on the ConfigMaps: the same not twice
 * in a row, and no more than a budget allows. On the planner thread.
 */
final class AuthorNotes implements Authors {
  private static final String WARNING = "Warning";

  private final ApiPort api;
  private final Sources sources;
  private final InstantSource clock;
  private final Executor io;
  private final Map<SourceName, Told> told = new HashMap<>();

  /** What waits for the API server; of one subject only the last word, however slow that is. */
  private final Map<About, Word> waiting = new ConcurrentHashMap<>();

  private record About(SourceName configMap, String subject) {}

  private record Word(ConfigMapFacts configMap, EventNote note) {}

  /**
   * What was told of one ConfigMap.
   *
   * @param last hashes of messages by subject, such as a target: that two in a row have the same
   *     one by chance happens once in billions
   */
  private record Told(Map<String, Integer> last, RequestBudget budget) {
    private static final Told NOTHING = new Told(Map.of(), RequestBudget.unspent());

    boolean says(String subject, String message) {
      return Integer.valueOf(message.hashCode()).equals(last.get(subject));
    }

    Told with(String subject, String message, Instant now) {
      var more = new HashMap<>(last);
      more.put(subject, message.hashCode());
      return new Told(Map.copyOf(more), budget.spent(now));
    }

    Told without(String subject) {
      var fewer = new HashMap<>(last);
      fewer.remove(subject);
      return new Told(Map.copyOf(fewer), budget);
    }
  }

  AuthorNotes(ApiPort api, Sources sources, InstantSource clock, Executor io) {
    this.api = api;
    this.sources = sources;
    this.clock = clock;
    this.io = io;
  }

  /** How a cycle ended, told to the authors of all ConfigMaps that feed the target. */
  void reported(List<SourceName> configMaps, ReloadReport report) {
    String target = report.attempt().target();
    Outcome outcome = report.outcome();
    switch (outcome.kind()) {
      case PROVEN ->
          tell(configMaps, target, new EventNote("Normal", "ConfigReloaded", report.live()));
      case UNVERIFIABLE ->
          tell(
              configMaps,
              target,
              new EventNote("Normal", "ConfigUnverifiable", report.unverified()));
      case REJECTED, INVALID, MISCONFIGURED ->
          tell(
              configMaps,
              target,
              new EventNote(WARNING, "ConfigRejected", target + ": " + outcome.reason()));
      case UNCONFIRMED ->
          tell(
              configMaps,
              target,
              new EventNote(WARNING, "ConfigUnconfirmed", target + ": " + outcome.reason()));
      case UNCHANGED,
          DRIFTED,
          OVERTAKEN,
          STARTING,
          UNREACHABLE,
          TIMED_OUT,
          PENDING,
          SOURCE_MISSING,
          FAULT -> {}
    }
  }

  @Override
  public void complain(SourceName configMap, String message) {
    tell(List.of(configMap), "", new EventNote(WARNING, "CannotReload", message));
  }

  @Override
  public void forget(SourceName configMap) {
    told.remove(configMap);
  }

  /** A target is no more. */
  void gone(List<SourceName> configMaps, String target) {
    configMaps.forEach(
        configMap -> told.computeIfPresent(configMap, (name, before) -> before.without(target)));
  }

  private void tell(List<SourceName> configMaps, String subject, EventNote note) {
    configMaps.forEach(configMap -> tell(configMap, subject, note));
  }

  private void tell(SourceName configMap, String subject, EventNote note) {
    sources
        .version(configMap)
        .ifPresent(version -> tell(version.facts(), new About(configMap, subject), note));
  }

  private void tell(ConfigMapFacts facts, About about, EventNote note) {
    Told before = told.getOrDefault(about.configMap(), Told.NOTHING);
    Instant now = clock.instant();
    if (before.says(about.subject(), note.message()) || before.budget().next().isAfter(now)) {
      return;
    }
    told.put(about.configMap(), before.with(about.subject(), note.message(), now));
    if (waiting.put(about, new Word(facts, note)) == null) {
      io.execute(() -> send(waiting.remove(about)));
    }
  }

  private void send(Word word) {
    api.event(word.configMap(), word.note());
  }
}
