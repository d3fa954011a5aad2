package io.stoker.testbed;

import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What a {@code /metrics} endpoint has answered. */
public record MetricText(String text) {

  /** The value of exactly this series, written as in the text: {@code name} or {@code name{…}}. */
  public OptionalDouble value(String series) {
    return lines().filter(line -> series(line).equals(series)).mapToDouble(this::number).findAny();
  }

  /** The sum over all series of this name whose labels contain the given text. */
  public double sum(String name, String labels) {
    return lines()
        .filter(line -> series(line).equals(name) || line.startsWith(name + "{"))
        .filter(line -> series(line).contains(labels))
        .mapToDouble(this::number)
        .sum();
  }

  public double sum(String name) {
    return sum(name, "");
  }

  private Stream<String> lines() {
    return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
  }

  private String series(String line) {
    return line.substring(0, line.lastIndexOf(' ')).strip();
  }

  private double number(String line) {
    return switch (line.substring(line.lastIndexOf(' ') + 1)) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      case String number -> Double.parseDouble(number);
    };
  }
}
