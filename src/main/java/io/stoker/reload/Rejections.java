package io.stoker.reload;

import io.stoker.check.CheckResult;
import io.stoker.check.Finding;
import io.stoker.check.Place;
import io.stoker.report.Cause;
import io.stoker.report.Outcome;
import java.nio.file.Path;
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

  /** One of a rule file stands only in the target's log; the check has to find it. */
  private static final String APPLYING = "one or more errors occurred while applying";

  private Rejections() {}

  static Outcome explain(String answer, CheckResult check, List<String> changed) {
    Optional<Finding> error = check.findings().stream().filter(Finding::isError).findFirst();
    Matcher main = MAIN_FILE.matcher(answer);
    if (main.matches()) {
      return rejected(Cause.MAIN_FILE, place(main, error) + main.group("cause") + NEXT_STEP, check);
    }
    if (!answer.contains(APPLYING)) {
      return rejected(Cause.NONE, answer, check);
    }
    return error
        .map(fault -> rejected(Cause.RULE_FILE, sentence(fault), check))
        .orElseGet(() -> rejected(Cause.APPLYING, answer + suspects(changed), check));
  }

  /** What is not even sent. */
  static Outcome invalid(CheckResult check) {
    String reason =
        check.findings().stream()
            .filter(Finding::isError)
            .findFirst()
            .map(Rejections::sentence)
            .orElse("");
    return new Outcome(Outcome.Kind.INVALID, Cause.NONE, reason, check.findings());
  }

  private static Outcome rejected(Cause cause, String reason, CheckResult check) {
    return new Outcome(Outcome.Kind.REJECTED, cause, reason, check.findings());
  }

  /** Prometheus leaves the line out of some faults of YAML. */
  private static String place(Matcher main, Optional<Finding> error) {
    String file = main.group("file");
    if (main.group("line") != null) {
      return file + ":" + main.group("line") + ": ";
    }
    return error
        .map(Finding::place)
        .filter(place -> Path.of(place.file()).endsWith(Path.of(file).getFileName()))
        .flatMap(Place::position)
        .map(position -> file + ":" + position + ": ")
        .orElse(file + ": ");
  }

  private static String sentence(Finding fault) {
    String part = fault.place().part();
    return fault.place()
        + (part.isEmpty() ? "" : ": " + part)
        + ": "
        + fault.cause()
        + "; "
        + fault.nextStep();
  }

  /** The files that changed are the best hint. */
  private static String suspects(List<String> changed) {
    String where =
        changed.isEmpty()
            ? ""
            : "; changed: " + String.join(", ", changed.stream().limit(MOST_NAMES).toList());
    return "; the target's log has the cause, or promtool check rules" + where;
  }
}
