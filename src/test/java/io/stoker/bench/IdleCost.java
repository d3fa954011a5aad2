package io.stoker.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Processor time and memory of reloaders beside files that never change. */
final class IdleCost {
  static final String NOTE =
      """
      Seconds of processor time per minute while no file changes. All are measured at the same \
      time. What Stoker costs beyond its idle runtime is the difference between looking every 5 s, \
      drift included, and every hour.
      """;
  private static final double GOAL_SECONDS_PER_MINUTE = 0.05;
  private static final Contender TICKING = Contender.stoker("--watch-interval=5s");
  private static final Contender RESTING = Contender.stoker("--watch-interval=1h");

  private final Scale scale;
  private final List<Contender> baseline;
  private final List<Figure> cpu = new ArrayList<>();
  private final List<Figure> memory = new ArrayList<>();

  IdleCost(Scale scale, List<Contender> baseline) {
    this.scale = scale;
    this.baseline = baseline;
  }

  List<Figure> cpu() {
    return List.copyOf(cpu);
  }

  List<Figure> memory() {
    return List.copyOf(memory);
  }

  /** All of them at the same time, so that what disturbs one disturbs all. */
  void measure(Bed volume, Bed plain) {
    var inVolume = start(volume);
    var inPlain = start(plain);
    Moments.pass(scale.idleWarmUp());
    var all = Stream.concat(inVolume.stream(), inPlain.stream()).toList();
    var samples = samples(all);
    note("kubelet volume", inVolume, samples.subList(0, inVolume.size()), true);
    note("plain folder", inPlain, samples.subList(inVolume.size(), all.size()), false);
    all.forEach(Reloader::close);
  }

  private List<Reloader> start(Bed bed) {
    return Stream.concat(Stream.of(TICKING, RESTING), baseline.stream())
        .map(contender -> contender.start(bed, bed.rules().folder()))
        .toList();
  }

  private List<Samples> samples(List<Reloader> reloaders) {
    var values = reloaders.stream().map(reloader -> new ArrayList<Double>()).toList();
    var before = cpu(reloaders);
    for (int window = 0; window < scale.idleWindows(); window++) {
      Moments.pass(scale.idleWindow());
      var after = cpu(reloaders);
      for (int i = 0; i < reloaders.size(); i++) {
        double perMinute = 60.0 / scale.idleWindow().toSeconds();
        values.get(i).add((after.get(i) - before.get(i)) * perMinute);
      }
      before = after;
    }
    return values.stream().map(Samples::new).toList();
  }

  private static List<Double> cpu(List<Reloader> reloaders) {
    return reloaders.stream().map(reloader -> reloader.footprint().cpuSeconds()).toList();
  }

  private void note(
      String folder, List<Reloader> reloaders, List<Samples> samples, boolean promised) {
    var beyond =
        Figure.of(
            "Stoker, " + folder + ": what 5 s cost beyond the runtime",
            samples.get(0).minus(samples.get(1)));
    cpu.add(promised ? beyond.withGoal(GOAL_SECONDS_PER_MINUTE) : beyond);
    for (int i = 0; i < reloaders.size(); i++) {
      var what = reloaders.get(i).contender().name() + ", " + folder;
      cpu.add(Figure.of(what, samples.get(i)));
      memory.addAll(Memory.of(what + ", idle", reloaders.get(i)));
    }
  }
}
