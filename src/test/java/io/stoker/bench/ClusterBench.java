package io.stoker.bench;

import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.OwnNode;
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
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
      back to back, 7 to 8 s apart. Without `--kubernetes` the kubelet decides: "kubelet alone" is \
      until its volume holds the change, in the same changes. The first change is not counted.
      """;
  private static final String FAULTS_NOTE =
      """
      The same, for one change that is made at once after a part of the node was killed (SIGKILL) \
      and is being started anew; of the API server, at its first answer.
      """;
  private static final String MEMORY_NOTE =
      """
      Of Stoker, in MiB, looked at every 10 s for three minutes, the first without a change not counted.
      """;
  private static final int CHANGES = count("BENCH_CHANGES", 200);
  private static final int FAULTS = count("BENCH_FAULTS", 3);
  private static final int SLOW_CHANGES = count("BENCH_SLOW_CHANGES", 10);

  private static final int MEMORY_LOOKS = 18;

  private final KubernetesApi api;

  private ClusterBench(KubernetesApi api) {
    this.api = api;
  }

  static void main(String[] arguments) throws IOException {
    var loadBefore = Machine.load();
    try (var api = KubernetesApi.given().orElseThrow()) {
      var bench = new ClusterBench(api);
      var latency = new ArrayList<>(bench.tutorial());
      latency.addAll(bench.files());
      var sections =
          List.of(
              new Section("ConfigMap → live", NOTE, latency),
              new Section("After a fault", FAULTS_NOTE, bench.faults()),
              new Section("Memory", MEMORY_NOTE, bench.memory()));
      sections.forEach(section -> OUT.println(section.markdown()));
      Files.writeString(Path.of("docs/benchmarks-cluster.md"), report(loadBefore, sections));
    }
    System.exit(0);
  }

  private List<Figure> tutorial() {
    try (var pod = ChangedPod.started(api, "--kubernetes")) {
      var recreated = measure(pod, CHANGES, SidecarPod::recreateConfigMap);
      var applied = measure(pod, CHANGES / 10, SidecarPod::applyConfigMap);
      var what = "`--kubernetes`, deleted and created";
      return List.of(
          new Figure(what, recreated, OptionalDouble.of(0.6)),
          new Figure(what + ", 99th percentile", recreated.percentile(99), OptionalDouble.of(1.5)),
          Figure.of("`--kubernetes`, applied", applied),
          Figure.of("restarts of any container", Samples.of(pod.pod().restarts())));
    }
  }

  private static Samples measure(ChangedPod pod, int count, BiConsumer<SidecarPod, String> change) {
    pod.change(change);
    return repeat(count, () -> pod.change(change));
  }

  private List<Figure> files() {
    try (var pod = ChangedPod.started(api)) {
      pod.apply();
      var kubelet = new ArrayList<Double>();
      var live =
          repeat(
              SLOW_CHANGES,
              () -> {
                var stages = pod.apply();
                kubelet.add(stages.mounted());
                return stages.live();
              });
      return List.of(
          Figure.of("kubelet alone", new Samples(kubelet)),
          Figure.of("files alone, at the kubelet's pace", live));
    }
  }

  /** Each on a pod of its own, since a kubelet waits longer with each restart of a container. */
  private List<Figure> faults() {
    if (!OwnNode.isUnderTest()) {
      OUT.println("Not measured, since the cluster is not ours to break: faults");
      return List.of();
    }
    return List.of(
        fault("Stoker's container", SidecarPod::killStoker),
        fault("kubelet", pod -> OwnNode.kill("kubelet")),
        fault("API server", pod -> OwnNode.kill("kube-apiserver")));
  }

  private Figure fault(String part, Consumer<SidecarPod> kill) {
    return Figure.of(part + " killed", repeat(FAULTS, () -> secondsAfter(kill)));
  }

  private double secondsAfter(Consumer<SidecarPod> kill) {
    try (var pod = ChangedPod.started(api, "--kubernetes")) {
      kill.accept(pod.pod());
      return pod.change(
          (changed, config) -> Moments.await("an answer", () -> changed.applied(config)));
    }
  }

  private List<Figure> memory() {
    return Stream.concat(memory("files alone"), memory("`--kubernetes`", "--kubernetes")).toList();
  }

  private Stream<Figure> memory(String what, String... flags) {
    try (var pod = ChangedPod.started(api, flags)) {
      Moments.pass(Duration.ofMinutes(1));
      var resident = new ArrayList<Double>();
      var anonymous = new ArrayList<Double>();
      for (int look = 0; look < MEMORY_LOOKS; look++) {
        Moments.pass(Duration.ofSeconds(10));
        resident.add(pod.footprint().mebibytes("VmRSS"));
        anonymous.add(pod.footprint().mebibytes("RssAnon"));
      }
      return Stream.of(
          Figure.of(what + ": RSS", new Samples(resident)),
          Figure.of(what + ": anonymous", new Samples(anonymous)));
    }
  }

  private static Samples repeat(int count, DoubleSupplier measure) {
    var values = new ArrayList<Double>();
    for (int i = 0; i < count; i++) {
      Moments.passAtLeast(ChangedPod.APART);
      values.add(measure.getAsDouble());
    }
    return new Samples(values);
  }

  private static int count(String variable, int otherwise) {
    String given = System.getenv(variable);
    return given == null ? otherwise : Integer.parseInt(given);
  }

  private static String report(String loadBefore, List<Section> sections) {
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
            sections.stream().map(Section::markdown).collect(Collectors.joining()));
  }
}
