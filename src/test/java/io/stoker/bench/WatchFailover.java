package io.stoker.bench;

import io.stoker.testbed.StokerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long a change waits that is made just after its leader got SIGKILL. */
final class WatchFailover {
  static final String NOTE =
      """
      The leader of two replicas gets SIGKILL, and a ConfigMap is changed at once: seconds from the kill until the \
      other replica has reloaded its target, and until all targets are proven by it. The killed one is then started \
      again and stands by.
      """;

  private static final double GOAL = 15;

  /** The Lease was last renewed at any moment of this time when its holder is killed. */
  private static final Duration RENEWED = Duration.ofSeconds(2);

  private final FedNamespace namespace;
  private final List<Double> reloaded = new ArrayList<>();
  private final List<Double> proven = new ArrayList<>();
  private StokerProcess leader;
  private StokerProcess next;

  WatchFailover(FedNamespace namespace, StokerProcess leader, StokerProcess next) {
    this.namespace = namespace;
    this.leader = leader;
    this.next = next;
  }

  List<Figure> measure(int times) {
    for (int i = 0; i < times; i++) {
      Moments.await("it knows all", () -> next.awaitHttp().get("/readyz").ok());
      Moments.passAtLeast(RENEWED);
      failOver(i % namespace.size());
    }
    return List.of(
        Figure.of("failover after SIGKILL, s", new Samples(reloaded)).withGoal(GOAL),
        Figure.of("until all targets are proven, s", new Samples(proven)));
  }

  private void failOver(int target) {
    int before = namespace.targets().all().get(target).reloads();
    long killed = System.nanoTime();
    leader.kill();
    namespace.change(target);
    Moments.await("it is reloaded", () -> namespace.targets().all().get(target).reloads() > before);
    reloaded.add(seconds(killed));
    Moments.await("all are proven", () -> namespace.behind(next) == 0);
    proven.add(seconds(killed));
    StokerProcess started = leader;
    leader = next;
    next = started;
    started.start();
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
