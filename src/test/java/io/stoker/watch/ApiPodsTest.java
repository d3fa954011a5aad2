package io.stoker.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.kubernetes.ObjectName;
import io.stoker.kubernetes.PodFacts;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class ApiPodsTest {
  private static final ObjectName POD = new ObjectName("monitoring", "prometheus-0");

  private final PretendCluster cluster = new PretendCluster();
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final List<Optional<PodFacts>> told = new ArrayList<>();
  private final ApiPods pods =
      new ApiPods(cluster, cluster.time, cluster.time, waiting::add, Runnable::run);

  @Test
  void aPodThatWaitedTooLongForTheApiServerIsNotReadSoThatItsTargetBegins() {
    pods.read(POD, told::add);
    cluster.pass(Duration.ofMinutes(5));
    waiting.remove().run();

    assertThat(told).containsExactly(Optional.empty());
  }

  @Test
  void isReadAgainAsLongAsItIsWanted() {
    pods.read(POD, pod -> told.add(pod) && told.size() < 3);
    for (int times = 0; times < 5; times++) {
      waiting.forEach(Runnable::run);
      waiting.clear();
      cluster.pass(Duration.ofMinutes(5));
    }

    assertThat(told).hasSize(3).allMatch(Optional::isPresent);
  }
}
