package io.stoker.report;

import java.util.Collection;
import java.util.stream.Collectors;

/** Ready when every target was proven once. */
public record ProvenTargets(Journal journal) implements Readiness {

  @Override
  public String missing() {
    Collection<TargetStatus> targets = journal.statuses();
    return targets.isEmpty()
        ? "nothing is known of any target yet"
        : targets.stream()
            .filter(status -> status.contents().provenAt().isEmpty())
            .map(
                status ->
                    status.target()
                        + ": "
                        + status.verdict().state().word()
                        + ": "
                        + status.verdict().reason())
            .collect(Collectors.joining("; "));
  }
}
