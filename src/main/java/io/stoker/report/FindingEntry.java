package io.stoker.report;

import io.stoker.check.Excerpt;
import io.stoker.check.Finding;
import io.stoker.yaml.Position;
import java.util.Locale;
import java.util.Optional;

/**
 * A finding as JSON shows it: flat.
 *
 * @param severity {@code error} or {@code warning}
 * @param line from 1; absent where the whole file is meant
 * @param column from 1
 * @param part such as {@code group "x", rule 2}; empty outside of rules
 * @param excerpt the line, without secrets
 */
public record FindingEntry(
    String severity,
    String file,
    Optional<Integer> line,
    Optional<Integer> column,
    String part,
    String cause,
    String nextStep,
    Optional<String> excerpt) {

  /** A finding in this form. */
  public static FindingEntry of(Finding finding) {
    Optional<Position> position = finding.place().position();
    return new FindingEntry(
        finding.severity().name().toLowerCase(Locale.ROOT),
        finding.place().file(),
        position.map(Position::line),
        position.map(Position::column),
        finding.place().part(),
        finding.cause(),
        finding.nextStep(),
        finding.excerpt().map(Excerpt::line));
  }
}
