package io.stoker.bench;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One line of the report.
 *
 * @param what is measured, on which reloader
 * @param goal what the median is not to exceed, if Stoker promises anything
 */
record Figure(String what, Samples samples, OptionalDouble goal) {
  static final String HEAD =
      """
      | | median | min – max | n | goal | reached |
      |---|---:|---:|---:|---:|---|
      """;

  static Figure of(String what, Samples samples) {
    return new Figure(what, samples, OptionalDouble.empty());
  }

  Figure withGoal(double atMost) {
    return new Figure(what, samples, OptionalDouble.of(atMost));
  }

  String line() {
    return "| %s | **%s** | %s | %d | %s | %s |%n"
        .formatted(
            what,
            number(samples.median()),
            samples.range(Figure::number),
            samples.count(),
            goal.isPresent() ? "≤ " + number(goal.getAsDouble()) : "",
            goal.isEmpty() ? "" : samples.median() <= goal.getAsDouble() ? "yes" : "**no**");
  }

  private static String number(double value) {
    double size = Math.abs(value);
    return String.format(Locale.ROOT, size >= 20 ? "%.0f" : size >= 5 ? "%.1f" : "%.3f", value);
  }
}
