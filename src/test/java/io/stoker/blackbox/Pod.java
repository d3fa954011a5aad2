package io.stoker.blackbox;

import io.stoker.testbed.PrometheusProcess;
import io.stoker.testbed.PrometheusSetup;
import io.stoker.testbed.StokerProcess;
import io.stoker.testbed.StokerReload;
import io.stoker.testbed.StokerSetup;
import io.stoker.testbed.Tool;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** A Prometheus with Stoker beside it, as in a pod of Kubernetes. */
record Pod(PrometheusProcess prometheus, StokerProcess stoker) implements AutoCloseable {

  /** Both started, and the config file proven. */
  static Pod start(Tool version, Path folder, Path config, String... flags) {
    return start(version, folder, config, setup -> setup.with(flags));
  }

  static Pod start(Tool version, Path folder, Path config, UnaryOperator<StokerSetup> refinement) {
    var prometheus = prometheus(version, folder, config).start().awaitReady();
    var setup = StokerSetup.beside(prometheus, config, folder.resolve("stoker"));
    var pod = new Pod(prometheus, refinement.apply(setup).start());
    pod.stoker.awaitState("in-sync");
    return pod;
  }

  static PrometheusSetup prometheus(Tool version, Path folder, Path config) {
    return PrometheusSetup.of(version.executable(), folder.resolve("prometheus"), config);
  }

  /** Waits until this revision runs, by Prometheus' word, and is proven, by Stoker's. */
  StokerReload awaitProven(String revision, Instant since) {
    Patience.await(revision + " runs").until(() -> runs(revision));
    stoker.awaitTarget(target -> target.provenAfter(since));
    return stoker.reloads().getFirst();
  }

  /** The same for a group of rules. */
  StokerReload awaitRulesProven(String group, Instant since) {
    Patience.await("rules " + group + " are evaluated").until(() -> evaluates(group));
    stoker.awaitTarget(target -> target.provenAfter(since));
    return stoker.reloads().getFirst();
  }

  boolean runs(String revision) {
    return prometheus.client().servedConfig().contains("revision: " + revision + "\n");
  }

  boolean evaluates(String group) {
    return prometheus.client().ruleGroups().contains(group);
  }

  /** Requests for a reload that Prometheus has answered since its start. */
  int reloads() {
    return prometheus.client().reloadRequests();
  }

  /** Cycles of Stoker that ended so. */
  double cycles(String outcome) {
    return stoker.metrics().sum("stoker_cycles_total", "outcome=\"" + outcome + "\"");
  }

  /**
   * Waits until Stoker has looked at the files once more and found nothing new: what it was going
   * to do before, it has done by then.
   *
   * @param noChange makes it look, and changes no content; done again, since a look may be the one
   *     that an earlier change is still owed
   */
  void awaitNothingFoundAfter(Runnable noChange) {
    double before = cycles("unchanged");
    Patience.await("Stoker looks and finds nothing new")
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              boolean found = cycles("unchanged") > before;
              if (!found) {
                noChange.run();
              }
              return found;
            });
  }

  @Override
  public void close() {
    stoker.close();
    prometheus.close();
  }
}
