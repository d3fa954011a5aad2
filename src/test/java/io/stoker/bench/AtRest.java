package io.stoker.bench;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Memory and processor time of processes beside files that do not change. */
final class AtRest {
  static final String NOTE =
      """
      In the 60 s after a minute without a change, in MiB, looked at every 3 s: of each process the \
      median, and the highest; processor time in seconds per minute, over those 60 s. \
      Several processes of each program at the same time, each from a file of its own, so that \
      none shares pages with another; Stoker looks every 5 s, prometheus-config-reloader every 3 min, configmap-reload never.
      """;
  private static final Duration SETTLING = Duration.ofSeconds(60);
  private static final Duration GLANCE = Duration.ofSeconds(3);
  private static final int GLANCES = 20;

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

  /** The memory of each process at one moment. */
  private record Glance(Samples rss, Samples pss, Samples anonymous) {}

  AtRest(int processes) {
    this.processes = processes;
  }

  List<Figure> measure(Candidate candidate, Goals goals, Bed bed) {
    var running = IntStream.range(0, processes).mapToObj(i -> start(candidate, bed, i)).toList();
    try {
      running.forEach(Candidate.Running::awaitReady);
      Moments.pass(SETTLING);
      var before = samples(running, Footprint::cpuSeconds);
      var glances = IntStream.range(0, GLANCES).mapToObj(i -> glance(running)).toList();
      var cpu = samples(running, Footprint::cpuSeconds).minus(before);
      var name = candidate.name();
      return List.of(
          new Figure(
              name + ": RSS", overTime(glances, Glance::rss, Samples::median), goals.resident()),
          Figure.of(name + ": RSS, highest", overTime(glances, Glance::rss, Samples::greatest)),
          Figure.of(name + ": PSS", overTime(glances, Glance::pss, Samples::median)),
          new Figure(
              name + ": anonymous",
              overTime(glances, Glance::anonymous, Samples::median),
              goals.anonymous()),
          new Figure(name + ": processor time", cpu, goals.cpu()));
    } finally {
      running.forEach(Candidate.Running::close);
    }
  }

  private Candidate.Running start(Candidate candidate, Bed bed, int number) {
    var own = bed.folder().resolve(candidate.name() + "-at-rest-" + number);
    return candidate.start(own, List.of(), bed);
  }

  private static Glance glance(List<Candidate.Running> running) {
    Moments.pass(GLANCE);
    return new Glance(
        samples(running, footprint -> footprint.mebibytes("VmRSS")),
        samples(running, Footprint::proportional),
        samples(running, footprint -> footprint.mebibytes("RssAnon")));
  }

  /** One value for each process. */
  private Samples overTime(
      List<Glance> glances, Function<Glance, Samples> what, ToDoubleFunction<Samples> of) {
    return new Samples(
        IntStream.range(0, processes)
            .mapToObj(
                i ->
                    of.applyAsDouble(
                        new Samples(
                            glances.stream().map(what).map(all -> all.values().get(i)).toList())))
            .toList());
  }

  private static Samples samples(
      List<Candidate.Running> running, ToDoubleFunction<Footprint> measure) {
    return new Samples(
        running.stream().map(one -> measure.applyAsDouble(one.footprint())).toList());
  }
}
