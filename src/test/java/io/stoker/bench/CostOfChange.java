package io.stoker.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiFunction;

/** Processor time and memory that a change of one among many files costs. */
final class CostOfChange {
  static final String NOTE =
      """
      Milliseconds of processor time of the reloader, all threads, from before the change is \
      written until 0.3 s after its log tells of the reload, scheduled looks within that time \
      included, after warm-up. In the kubelet volume the change makes every file a new one (new inodes), in the \
      plain folder one file is written in place.
      """;

  /** With the aftermath, more than Stoker's minimum gap. */
  private static final Duration BETWEEN = Duration.ofMillis(1_800);

  /** What a reloader still does after it has reported belongs to the cost. */
  private static final Duration AFTERMATH = Duration.ofMillis(300);

  private final Scale scale;
  private final Path folder;
  private final List<Figure> cpu = new ArrayList<>();
  private final List<Figure> memory = new ArrayList<>();

  CostOfChange(Scale scale, Path folder) {
    this.scale = scale;
    this.folder = folder;
  }

  List<Figure> cpu() {
    return List.copyOf(cpu);
  }

  List<Figure> memory() {
    return List.copyOf(memory);
  }

  /**
   * @param layout of the folder, and what it is called
   * @param goal milliseconds of processor time, if any is promised
   */
  void measure(
      Contender contender,
      String name,
      BiFunction<Path, Integer, RuleFiles> layout,
      OptionalDouble goal) {
    try (var bed = Bed.make(folder, layout, scale.files());
        var reloader = contender.start(bed, bed.rules().folder())) {
      var what = contender.name() + ", " + name;
      cpu.add(Figure.of(what + ": first change", Samples.of(change(bed, reloader))));
      changes(bed, reloader, contender.isStoker() ? scale.warmUps() : 1);
      cpu.add(new Figure(what, changes(bed, reloader, scale.changes()), goal));
      memory.addAll(Memory.of(what + " after changes", reloader));
    }
  }

  private static Samples changes(Bed bed, Reloader reloader, int count) {
    var costs = new ArrayList<Double>();
    for (int i = 0; i < count; i++) {
      Moments.passAtLeast(BETWEEN);
      costs.add(change(bed, reloader));
    }
    return new Samples(costs);
  }

  private static double change(Bed bed, Reloader reloader) {
    int before = reloader.done();
    double spent = reloader.footprint().cpuSeconds();
    bed.rules().change();
    Moments.await("the change is reloaded", () -> reloader.done() > before);
    Moments.pass(AFTERMATH);
    return (reloader.footprint().cpuSeconds() - spent) * 1e3;
  }
}
