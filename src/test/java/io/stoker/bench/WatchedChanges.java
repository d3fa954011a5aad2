package io.stoker.bench;

import io.stoker.testbed.StokerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** How fast, and how surely, changes of ConfigMaps reach targets. */
final class WatchedChanges {
  static final String NOTE =
      """
      Milliseconds from the API server's answer to whoever changed the ConfigMap until the reload request arrives \
      at the target (which may be before that answer), one change of one target every 100 ms.
      """;
  static final String STORM_NOTE =
      """
      Four of five changes go through all targets in turn, the fifth to one of ten, so that these change faster than the \
      minimum gap between two reloads (2 s). Lost is a target that, a minute after the last change, does not run or is not \
      proven to run what its ConfigMap holds.
      """;
  private static final Duration APART = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int OFTEN = 10;
  private static final int EACH_OFTEN = 5;

  private final FedNamespace namespace;
  private final StokerProcess watcher;

  WatchedChanges(FedNamespace namespace, StokerProcess watcher) {
    this.namespace = namespace;
    this.watcher = watcher;
  }

  /** Of stubs, since they tell when a request arrives. */
  List<Figure> oneByOne(int count) {
    List<Integer> stubs = new ArrayList<>();
    List<Long> answered = new ArrayList<>();
    long next = System.nanoTime();
    for (int i = 0; stubs.size() < Math.min(count, namespace.size()) && i < namespace.size(); i++) {
      if (stub(i) != null) {
        Moments.pass(Duration.ofNanos(next - System.nanoTime()));
        next += APART.toNanos();
        stubs.add(i);
        answered.add(namespace.change(i));
      }
    }
    Moments.await("all changes are proven", APART, () -> namespace.behind(watcher) == 0);
    List<Double> latencies = new ArrayList<>();
    for (int i = 0; i < stubs.size(); i++) {
      latencies.add((stub(stubs.get(i)).arrivalNanos() - answered.get(i)) / 1e6);
    }
    return latencies("change → reload request, ms", new Samples(latencies));
  }

  List<Figure> storm(int perSecond, Duration duration) {
    int before = namespace.targets().reloads();
    double cpu = footprint().cpuSeconds();
    int count = (int) (perSecond * duration.toSeconds());
    List<CompletableFuture<Long>> changes = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      Moments.pass(Duration.ofNanos(start + i * 1_000_000_000L / perSecond - System.nanoTime()));
      changes.add(namespace.changeSoon(stormed(i)));
    }
    changes.forEach(CompletableFuture::join);
    long last = System.nanoTime();
    double spent = footprint().cpuSeconds() - cpu;
    int lost = awaitProven(last);
    return List.of(
        Figure.of("changes made", Samples.of(count)),
        Figure.of("seconds it took to make them", Samples.of((last - start) / 1e9)),
        Figure.of("reloads", Samples.of(namespace.targets().reloads() - before)),
        Figure.of("s from the last change to all proven", Samples.of(seconds(last))),
        Figure.of("targets lost", Samples.of(lost)).withGoal(0),
        Figure.of("processor time, s per 1,000 changes", Samples.of(spent * 1_000 / count)));
  }

  private int awaitProven(long since) {
    int behind = namespace.behind(watcher);
    while (behind > 0 && seconds(since) < PATIENCE.toSeconds()) {
      Moments.pass(APART);
      behind = namespace.behind(watcher);
    }
    return behind;
  }

  private int stormed(int change) {
    return change % EACH_OFTEN == 0
        ? change / EACH_OFTEN % Math.min(OFTEN, namespace.size())
        : change % namespace.size();
  }

  private StubTarget stub(int target) {
    return namespace.targets().all().get(target) instanceof StubTarget stub ? stub : null;
  }

  private Footprint footprint() {
    return new Footprint(watcher.process().pid());
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private static List<Figure> latencies(String what, Samples samples) {
    return List.of(
        Figure.of(what, samples),
        Figure.of(what + ", 99th percentile", samples.percentile(99)).withGoal(250));
  }
}
