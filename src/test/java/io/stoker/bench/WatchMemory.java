package io.stoker.bench;

import io.stoker.testbed.StokerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Memory and processor time of watchers beside ConfigMaps that do not change. */
final class WatchMemory {
  static final String NOTE =
      """
      After the start, in the time at rest of the scale: memory in MiB, looked at every second; processor time in seconds per minute. \
      "Per target" is the difference between the two namespaces, in KB, two ConfigMaps for each target. \
      The highest is what the kernel counts (VmHWM), all sections of this page included.
      """;
  private static final Duration GLANCE = Duration.ofSeconds(1);
  private static final double LIMIT = 64;

  private final WatchScale scale;
  private final List<Figure> figures = new ArrayList<>();
  private final List<Double> resident = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();

  WatchMemory(WatchScale scale) {
    this.scale = scale;
  }

  List<Figure> figures() {
    return List.copyOf(figures);
  }

  /** The smaller namespace first. */
  void measure(FedNamespace namespace, StokerProcess watcher) {
    var footprint = new Footprint(watcher.process().pid());
    String of = namespace.size() + " targets: ";
    figures.add(Figure.of(of + "RSS, highest at the start", highest(footprint)).withGoal(LIMIT));
    Moments.pass(scale.settling());
    double cpu = footprint.cpuSeconds();
    Samples rss = resident(footprint);
    double spent = (footprint.cpuSeconds() - cpu) * 60 / scale.rest().toSeconds();
    figures.add(Figure.of(of + "RSS", rss).withGoal(LIMIT));
    figures.add(Figure.of(of + "anonymous", Samples.of(footprint.mebibytes("RssAnon"))));
    figures.add(Figure.of(of + "processor time", Samples.of(spent)));
    resident.add(rss.median());
    sizes.add(namespace.size());
  }

  /** At the end. */
  void peak(StokerProcess watcher) {
    var footprint = new Footprint(watcher.process().pid());
    figures.add(Figure.of("RSS, highest", highest(footprint)).withGoal(LIMIT));
    double more = (resident.getLast() - resident.getFirst()) * 1024;
    double perTarget = more / (sizes.getLast() - sizes.getFirst());
    figures.add(Figure.of("RSS per target, KB", Samples.of(perTarget)).withGoal(10));
  }

  private static Samples highest(Footprint footprint) {
    return Samples.of(footprint.mebibytes("VmHWM"));
  }

  private Samples resident(Footprint footprint) {
    var values = new ArrayList<Double>();
    for (long glance = 0; glance < scale.rest().toSeconds(); glance++) {
      Moments.pass(GLANCE);
      values.add(footprint.mebibytes("VmRSS"));
    }
    return new Samples(values);
  }
}
