package io.stoker.bench;

import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.SidecarPod;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Measures, on a real kubelet, how long a changed ConfigMap takes until Prometheus runs it, and
 * writes docs/benchmarks-cluster.md. The cluster is the one that {@code STOKER_KUBECONFIG} names.
 */
final class ClusterBench {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final String NOTE =
      """
      Seconds from the API server's last answer until an observer, who asks Prometheus every 5 ms, \
      sees the new config in `/api/v1/status/config`. Deleted and created: as the tutorial has it, \
      back to back, 7 to 8 s apart. Without `--kubernetes` the kubelet decides, and Stoker adds \
      0.2 s; the first change is not counted.
      """;
  private static final Duration APART = Duration.ofSeconds(7);
  private static final int CHANGES = count("BENCH_CHANGES", 200);
  private static final int SLOW_CHANGES = count("BENCH_SLOW_CHANGES", 10);

  private final KubernetesApi api;

  private ClusterBench(KubernetesApi api) {
    this.api = api;
  }

  static void main(String[] arguments) throws IOException {
    var loadBefore = Machine.load();
    try (var api = KubernetesApi.given().orElseThrow()) {
      var bench = new ClusterBench(api);
      var figures = new ArrayList<Figure>();
      figures.addAll(bench.tutorial());
      figures.addAll(bench.files());
      var section = new Section("ConfigMap → live", NOTE, figures);
      OUT.println(section.markdown());
      Files.writeString(Path.of("docs/benchmarks-cluster.md"), report(loadBefore, section));
    }
    System.exit(0);
  }

  private List<Figure> tutorial() {
    try (var pod = started("--kubernetes")) {
      var recreated = measure(pod, CHANGES, SidecarPod::recreateConfigMap);
      var applied = measure(pod, CHANGES / 10, SidecarPod::applyConfigMap);
      var what = "`--kubernetes`, deleted and created";
      return List.of(
          new Figure(what, recreated, OptionalDouble.of(0.6)),
          new Figure(what + ", 99th percentile", recreated.percentile(99), OptionalDouble.of(1.5)),
          Figure.of("`--kubernetes`, applied", applied),
          Figure.of("restarts of any container", Samples.of(pod.restarts())));
    }
  }

  private List<Figure> files() {
    try (var pod = started()) {
      return List.of(
          Figure.of(
              "files alone, at the kubelet's pace",
              measure(pod, SLOW_CHANGES, SidecarPod::applyConfigMap)));
    }
  }

  private SidecarPod started(String... flags) {
    var pod = SidecarPod.create(api, config("start"), flags);
    Moments.await("the pod runs", () -> pod.serves("start"));
    Moments.pass(APART);
    return pod;
  }

  private static Samples measure(SidecarPod pod, int count, BiConsumer<SidecarPod, String> change) {
    var seconds = new ArrayList<Double>();
    for (int i = 0; i <= count; i++) {
      Moments.passAtLeast(APART);
      var revision = "revision-%d-%d".formatted(System.nanoTime(), i);
      change.accept(pod, config(revision));
      long answered = System.nanoTime();
      Moments.await(revision, () -> pod.serves(revision));
      if (i > 0) {
        seconds.add((System.nanoTime() - answered) / 1e9);
      }
    }
    return new Samples(seconds);
  }

  private static String config(String revision) {
    return "global: {external_labels: {revision: %s}}\n".formatted(revision);
  }

  private static int count(String variable, int otherwise) {
    String given = System.getenv(variable);
    return given == null ? otherwise : Integer.parseInt(given);
  }

  private static String report(String loadBefore, Section section) {
    return """
        # Benchmarks on a real kubelet

        Written by `make bench-cluster`; change nothing here by hand.

        %s
        %s"""
        .formatted(
            Machine.markdown(Optional.empty(), loadBefore)
                .lines()
                .filter(line -> !line.startsWith("- Baseline"))
                .collect(Collectors.joining("\n", "", "\n")),
            section.markdown());
  }
}
