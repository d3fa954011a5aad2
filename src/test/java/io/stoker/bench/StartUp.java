package io.stoker.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What a program costs until it has reloaded for the first time. */
final class StartUp {
  static final String NOTE =
      """
      Milliseconds from the start of the process until its log tells of its first reload, which \
      Stoker has proven by then; of configmap-reload, which reloads nothing then, until it watches. The \
      files of the executable are in the page cache.
      """;

  private static final OptionalDouble CPU_GOAL = OptionalDouble.of(30);
  private static final OptionalDouble WALL_GOAL = OptionalDouble.of(50);

  private final int runs;

  StartUp(int runs) {
    this.runs = runs;
  }

  List<Figure> measure(Candidate candidate, boolean promised, Bed bed) {
    var cpu = new ArrayList<Double>();
    var wall = new ArrayList<Double>();
    for (int run = 0; run <= runs; run++) {
      var own = bed.folder().resolve(candidate.name() + "-start-" + run);
      try (var running = candidate.start(own, List.of(), bed).awaitReady()) {
        double milliseconds = running.age().toNanos() / 1e6;
        // the first run only warms up
        if (run > 0) {
          cpu.add(running.footprint().cpuSeconds() * 1e3);
          wall.add(milliseconds);
        }
      }
    }
    return List.of(
        new Figure(
            candidate.name() + ": processor time", new Samples(cpu), goal(promised, CPU_GOAL)),
        new Figure(candidate.name() + ": time", new Samples(wall), goal(promised, WALL_GOAL)));
  }

  private static OptionalDouble goal(boolean promised, OptionalDouble goal) {
    return promised ? goal : OptionalDouble.empty();
  }
}
