package io.stoker.bench;

import io.stoker.testbed.StokerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long a watcher that has just been started takes until all of its targets are proven. */
final class WatchStart {
  static final String NOTE =
      """
      From the start of the process until `/api/v1/status`, asked every 0.2 s, has all targets as proven. \
      At the first start each of them runs something else; at the second, after SIGTERM, the last content is \
      known to be proven.
      """;

  private static final Duration GLANCE = Duration.ofMillis(200);

  private final FedNamespace namespace;
  private final List<Figure> figures = new ArrayList<>();

  WatchStart(FedNamespace namespace) {
    this.namespace = namespace;
  }

  List<Figure> figures() {
    return List.copyOf(figures);
  }

  void untilProven(StokerProcess watcher) {
    Moments.await("all targets are proven", GLANCE, () -> namespace.behind(watcher) == 0);
  }

  /** The watcher has been started just now. */
  void measure(StokerProcess watcher) {
    double seconds = seconds(watcher);
    figures.add(Figure.of("start to all proven, s", Samples.of(seconds)).withGoal(60));
    figures.add(
        Figure.of(
            "processor time until then, s",
            Samples.of(new Footprint(watcher.process().pid()).cpuSeconds())));
  }

  /** Ends the watcher and starts it again. */
  void measureAgain(StokerProcess watcher) {
    int before = namespace.targets().reloads();
    watcher.stop();
    watcher.start();
    double seconds = seconds(watcher);
    figures.add(Figure.of("second start to all proven, s", Samples.of(seconds)).withGoal(60));
    int reloads = namespace.targets().reloads() - before;
    figures.add(Figure.of("reloads after the second start", Samples.of(reloads)).withGoal(0));
  }

  private double seconds(StokerProcess watcher) {
    long started = System.nanoTime();
    untilProven(watcher);
    return (System.nanoTime() - started) / 1e9;
  }
}
