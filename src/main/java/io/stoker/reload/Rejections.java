package io.stoker.reload;

import io.stoker.fingerprint.Content;
import io.stoker.report.Cause;
import io.stoker.report.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts a refusal into one sentence of place, cause and next step (Prometheus 2.53, 3.5;
 * cmd/prometheus/main.go, reloadConfig).
 */
final class Rejections {
  private static final int MOST_NAMES = 5;
  private static final String NEXT_STEP = "; mend the file, until then the earlier one runs on";

  /** A fault of the main file stands in the answer. */
  private static final Pattern MAIN_FILE =
      Pattern.compile(
          "failed to reload config: couldn't load configuration \\(--config\\.file=\"(?<file>[^\"]*)\"\\): "
              + "(?:parsing YAML file \\S+: )?(?:yaml: )?(?:unmarshal errors: )?"
              + "(?:line (?<line>\\d+): )?(?<cause>.*)");

  /** One of a rule file stands only in the target's log. */
  private static final String APPLYING = "one or more errors occurred while applying";

  private Rejections() {}

  static Outcome explain(String answer, Content content, Optional<Content> attempted) {
    Matcher main = MAIN_FILE.matcher(answer);
    if (main.matches()) {
      String line = main.group("line") == null ? "" : ":" + main.group("line");
      String reason = main.group("file") + line + ": " + main.group("cause") + NEXT_STEP;
      return new Outcome(Outcome.Kind.REJECTED, Cause.MAIN_FILE, reason);
    }
    return answer.contains(APPLYING)
        ? new Outcome(Outcome.Kind.REJECTED, Cause.APPLYING, answer + suspects(content, attempted))
        : new Outcome(Outcome.Kind.REJECTED, answer);
  }

  /** The files that changed are the best hint. */
  private static String suspects(Content content, Optional<Content> attempted) {
    List<String> changed = attempted.map(content::changedSince).orElse(List.of());
    String where =
        changed.isEmpty()
            ? ""
            : "; changed: " + String.join(", ", changed.stream().limit(MOST_NAMES).toList());
    return "; the target's log has the cause, or promtool check rules" + where;
  }
}
