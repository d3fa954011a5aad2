package io.stoker.bench;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of the report.
 *
 * @param note how its figures were measured, with their unit
 */
record Section(String title, String note, List<Figure> figures) {

  String markdown() {
    return "## %s%n%n%s%n%n%s%s%n"
        .formatted(
            title,
            note.strip(),
            Figure.HEAD,
            figures.stream().map(Figure::line).collect(Collectors.joining()));
  }
}
