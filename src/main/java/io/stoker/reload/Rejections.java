package io.stoker.reload;

import io.stoker.fingerprint.Content;
import java.util.List;
import java.util.Optional;

/** Adds to a refusal what the target does not say. */
final class Rejections {
  private static final int MOST_NAMES = 5;

  private Rejections() {}

  /**
   * Prometheus (2.53, 3.5; cmd/prometheus/main.go, reloadConfig) tells a fault of the main file in
   * its answer, but one of a rule file only in its log; there the files that changed are the best
   * hint.
   */
  static String explain(String reason, Content content, Optional<Content> attempted) {
    if (!reason.contains("one or more errors occurred while applying")) {
      return reason;
    }
    List<String> changed = attempted.map(content::changedSince).orElse(List.of());
    String where =
        changed.isEmpty()
            ? ""
            : "; changed: " + String.join(", ", changed.stream().limit(MOST_NAMES).toList());
    return reason + "; the target's log has the cause, or promtool check rules" + where;
  }
}
