package io.stoker.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.report.StateWord;
import java.time.Duration;

/** Where most stories of the watcher begin. */
final class TwoPods {
  private TwoPods() {}

  /** Two pods that were proven to run what the ConfigMap holds; nothing else has happened yet. */
  static PretendCluster inSync(String... annotations) {
    var cluster = new PretendCluster();
    cluster.write(PretendCluster.CONFIG, "one", annotations);
    cluster.serve("prometheus-0", "prometheus-1");
    cluster.watcher.lead();
    cluster.pass(Duration.ofSeconds(10));
    for (String pod : cluster.pods.keySet()) {
      assertThat(cluster.state(pod)).isEqualTo(StateWord.IN_SYNC);
    }
    cluster.pods.values().forEach(pod -> pod.reloads.clear());
    cluster.events.clear();
    cluster.nudges.clear();
    return cluster;
  }
}
