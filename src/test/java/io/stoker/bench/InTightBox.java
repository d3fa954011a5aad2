package io.stoker.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** How long a program takes that gets a hundredth of a processor. */
final class InTightBox {
  static final String NOTE =
      """
      Seconds in a control group of 10m processor and 50Mi memory: from the start of the process \
      until its first reload (which Stoker has proven), and from the swap of a changed config until \
      the reload of it. Goals are Stoker's; the baseline proves nothing.
      """;

  private final int runs;
  private int swaps;

  InTightBox(int runs) {
    this.runs = runs;
  }

  /**
   * @param goal seconds until ready, and until a change is brought about, if any are promised
   */
  List<Figure> measure(Candidate candidate, OptionalDouble goal, Bed bed) {
    var ready = new ArrayList<Double>();
    var changed = new ArrayList<Double>();
    for (int run = 0; run < runs; run++) {
      var name = candidate.name() + "-in-box-" + run;
      try (var box = TightBox.make("stoker-bench-" + run);
          var running = candidate.start(bed.folder().resolve(name), box.launcher(), bed)) {
        ready.add(seconds(running.awaitReady().age()));
        changed.add(change(running, bed));
      }
    }
    return List.of(
        new Figure(candidate.name() + ": start", new Samples(ready), goal),
        new Figure(candidate.name() + ": change", new Samples(changed), goal));
  }

  private double change(Candidate.Running running, Bed bed) {
    long reloads = running.reloads();
    long start = System.nanoTime();
    bed.swap(++swaps);
    Moments.await("the change is reloaded", () -> running.reloads() > reloads);
    return seconds(Duration.ofNanos(System.nanoTime() - start));
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
