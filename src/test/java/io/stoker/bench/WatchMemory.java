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
      "Per target" is the difference between two namespaces, in KB, two ConfigMaps for each target; that of RSS is also one of \
      how many pages of the executable the work of all touches, which come and go by some MiB and do not grow with each target. \
      The highest is what the kernel counts (VmHWM), up to the end of the storm.
      """;
  private static final Duration GLANCE = Duration.ofSeconds(1);
  private static final double LIMIT = 64;
  private static final double LIMIT_PER_TARGET = 10;

  private final WatchScale scale;
  private final List<Figure> figures = new ArrayList<>();
  private final List<AtRest> all = new ArrayList<>();

  /** Memory in MiB. */
  private record AtRest(int targets, double resident, double anonymous) {}

  WatchMemory(WatchScale scale) {
    this.scale = scale;
  }

  List<Figure> figures() {
    return List.copyOf(figures);
  }

  /** Smaller namespaces first. */
  void measure(FedNamespace namespace, StokerProcess watcher) {
    var footprint = new Footprint(watcher.process().pid());
    String of = namespace.size() + " targets: ";
    figures.add(
        limited(namespace, Figure.of(of + "RSS, highest at the start", highest(footprint))));
    Moments.pass(scale.settling());
    double cpu = footprint.cpuSeconds();
    Samples rss = resident(footprint);
    double spent = (footprint.cpuSeconds() - cpu) * 60 / scale.rest().toSeconds();
    double anonymous = footprint.mebibytes("RssAnon");
    figures.add(limited(namespace, Figure.of(of + "RSS", rss)));
    figures.add(Figure.of(of + "anonymous", Samples.of(anonymous)));
    figures.add(Figure.of(of + "processor time", Samples.of(spent)));
    compare(new AtRest(namespace.size(), rss.median(), anonymous));
  }

  /** The limit is for many targets; each one more has its own. */
  private Figure limited(FedNamespace namespace, Figure figure) {
    return namespace.size() <= scale.many() ? figure.withGoal(LIMIT) : figure;
  }

  private void compare(AtRest now) {
    if (!all.isEmpty()) {
      AtRest before = all.getLast();
      double more = (now.targets() - before.targets()) / 1024.0;
      String what = " per target, KB, from %d to %d".formatted(before.targets(), now.targets());
      figures.add(extra("RSS" + what, (now.resident() - before.resident()) / more));
      figures.add(extra("anonymous" + what, (now.anonymous() - before.anonymous()) / more));
    }
    all.add(now);
  }

  private static Figure extra(String what, double each) {
    return Figure.of(what, Samples.of(each)).withGoal(LIMIT_PER_TARGET);
  }

  /** At the end. */
  void peak(StokerProcess watcher) {
    var footprint = new Footprint(watcher.process().pid());
    figures.add(Figure.of("RSS, highest", highest(footprint)).withGoal(LIMIT));
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
