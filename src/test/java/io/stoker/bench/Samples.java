package io.stoker.bench;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/** One quantity, measured several times under the same conditions. */
record Samples(List<Double> values) {

  Samples {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
  }

  static Samples of(double value) {
    return new Samples(List.of(value));
  }

  int count() {
    return values.size();
  }

  double median() {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = count() / 2;
    return count() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** The value that this share of all does not exceed, as a sample of its own. */
  Samples percentile(int percent) {
    List<Double> sorted = values.stream().sorted().toList();
    return Samples.of(sorted.get((int) Math.ceil(count() * percent / 100.0) - 1));
  }

  double least() {
    return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  double greatest() {
    return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  /** The differences of samples that were taken at the same time. */
  Samples minus(Samples others) {
    return new Samples(
        IntStream.range(0, count()).mapToObj(i -> values.get(i) - others.values.get(i)).toList());
  }

  String range(DoubleFunction<String> format) {
    return count() == 1 ? "" : format.apply(least()) + " – " + format.apply(greatest());
  }
}
