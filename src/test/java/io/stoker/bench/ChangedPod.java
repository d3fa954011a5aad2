package io.stoker.bench;

import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.SidecarPod;
import java.time.Duration;
import java.util.function.BiConsumer;

/** A pod with Prometheus and Stoker on a real kubelet, and how long its changes take. */
record ChangedPod(SidecarPod pod) implements AutoCloseable {
  static final Duration APART = Duration.ofSeconds(7);

  /**
   * Seconds from the API server's answer to a change.
   *
   * @param mounted until the volume holds it
   * @param live until Prometheus runs it
   */
  record Stages(double mounted, double live) {}

  /** One that runs and has settled. */
  static ChangedPod started(KubernetesApi api, String... flags) {
    var pod = SidecarPod.create(api, config("start"), flags);
    Moments.await("the pod runs", () -> pod.serves("start"));
    Moments.pass(APART);
    return new ChangedPod(pod);
  }

  /**
   * Seconds from the API server's answer until Prometheus runs what was changed.
   *
   * @param change what gets the new config to the API server
   */
  double change(BiConsumer<SidecarPod, String> change) {
    var revision = revision();
    change.accept(pod, config(revision));
    long answered = System.nanoTime();
    Moments.await(revision, () -> pod.serves(revision));
    return secondsSince(answered);
  }

  Stages apply() {
    var revision = revision();
    pod.applyConfigMap(config(revision));
    long answered = System.nanoTime();
    Moments.await("mounted " + revision, () -> pod.mounted().contains(revision));
    double mounted = secondsSince(answered);
    Moments.await(revision, () -> pod.serves(revision));
    return new Stages(mounted, secondsSince(answered));
  }

  Footprint footprint() {
    return new Footprint(pod.stoker().pid());
  }

  @Override
  public void close() {
    pod.close();
  }

  private static double secondsSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }

  private static String revision() {
    return "revision-" + System.nanoTime();
  }

  private static String config(String revision) {
    return "global: {external_labels: {revision: %s}}\n".formatted(revision);
  }
}
