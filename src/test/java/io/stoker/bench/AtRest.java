package io.stoker.bench;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Memory and processor time of processes beside files that do not change. */
final class AtRest {
  static final String NOTE =
      """
      After 60 s without a change, in MiB; processor time in seconds per minute, over those 60 s. \
      Several processes of each program at the same time, each from a file of its own, so that \
      none shares pages with another; Stoker looks every 5 s, prometheus-config-reloader every 3 min, configmap-reload never.
      """;
  private static final Duration SETTLING = Duration.ofSeconds(5);
  private static final Duration REST = Duration.ofSeconds(60);

  private final int processes;

  /** The goals for Stoker; none for others. */
  record Goals(OptionalDouble resident, OptionalDouble anonymous, OptionalDouble cpu) {
    static final Goals NONE =
        new Goals(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    static Goals of(double resident, double anonymous, double cpu) {
      return new Goals(
          OptionalDouble.of(resident), OptionalDouble.of(anonymous), OptionalDouble.of(cpu));
    }
  }

  AtRest(int processes) {
    this.processes = processes;
  }

  List<Figure> measure(Candidate candidate, Goals goals, Bed bed) {
    var running = IntStream.range(0, processes).mapToObj(i -> start(candidate, bed, i)).toList();
    try {
      running.forEach(Candidate.Running::awaitReady);
      Moments.pass(SETTLING);
      var before = samples(running, Footprint::cpuSeconds);
      Moments.pass(REST);
      var cpu = samples(running, Footprint::cpuSeconds).minus(before);
      var name = candidate.name();
      return List.of(
          new Figure(name + ": RSS", samples(running, of("VmRSS")), goals.resident()),
          Figure.of(name + ": PSS", samples(running, Footprint::proportional)),
          new Figure(name + ": anonymous", samples(running, of("RssAnon")), goals.anonymous()),
          new Figure(name + ": processor time", cpu, goals.cpu()));
    } finally {
      running.forEach(Candidate.Running::close);
    }
  }

  private Candidate.Running start(Candidate candidate, Bed bed, int number) {
    var own = bed.folder().resolve(candidate.name() + "-at-rest-" + number);
    return candidate.start(own, List.of(), bed);
  }

  private static ToDoubleFunction<Footprint> of(String key) {
    return footprint -> footprint.mebibytes(key);
  }

  private static Samples samples(
      List<Candidate.Running> running, ToDoubleFunction<Footprint> measure) {
    return new Samples(
        running.stream().map(one -> measure.applyAsDouble(one.footprint())).toList());
  }
}
