package io.stoker.bench;

import io.stoker.testbed.FileTree;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures the packaged Stoker, and prometheus-config-reloader in the same run, and writes
 * docs/benchmarks.md. With {@code QUICK=1} it only shows that it works, and writes below target.
 *
 * <p>No figure makes it fail: the exit code is 1 only if something did not work at all.
 */
final class Bench {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final OptionalDouble NO_GOAL = OptionalDouble.empty();

  private final Scale scale;
  private final Path folder;
  private final Optional<Path> baseline;
  private final List<Section> sections = new ArrayList<>();

  private Bench(Scale scale, Path folder, Optional<Path> baseline) {
    this.scale = scale;
    this.folder = folder;
    this.baseline = baseline;
  }

  static void main(String[] arguments) throws IOException {
    var scale = Scale.fromEnvironment();
    var loadBefore = Machine.load();
    var folder = Files.createTempDirectory("stoker-bench-");
    var bench = new Bench(scale, folder, Machine.baseline(OUT));
    try {
      bench.measure();
    } catch (RuntimeException | Error e) {
      OUT.println("The bench did not work; its logs are in " + folder);
      e.printStackTrace(OUT);
      System.exit(1);
    }
    FileTree.delete(folder);
    var report = Path.of(scale.quick() ? "target/benchmarks-quick.md" : "docs/benchmarks.md");
    Files.createDirectories(report.getParent());
    Files.writeString(report, bench.report(loadBefore));
    OUT.println("written to " + report);
    System.exit(0);
  }

  private void measure() {
    latency();
    var change = new CostOfChange(scale, folder);
    changes(change);
    add(
        new Section(
            "A change in 1 of " + scale.files() + " files", CostOfChange.NOTE, change.cpu()));
    var idle = new IdleCost(scale, against("--watch-interval=5s"));
    try (var volume = Bed.make(folder, RuleFiles::inVolume, scale.files());
        var plain = Bed.make(folder, RuleFiles::inPlainFolder, scale.files())) {
      idle.measure(volume, plain);
    }
    add(new Section("Idle at " + scale.files() + " files", IdleCost.NOTE, idle.cpu()));
    var memory = Stream.of(change.memory(), idle.memory()).flatMap(List::stream).toList();
    add(new Section("Memory", Memory.NOTE, memory));
  }

  private void latency() {
    var swap = new SwapToProven(scale, folder);
    var figures = new ArrayList<Figure>();
    figures.addAll(swap.measure(Contender.stoker(), OptionalDouble.of(0.4)));
    figures.addAll(swap.measure(Contender.stoker("--delay-interval=1s"), OptionalDouble.of(1.2)));
    against().forEach(contender -> figures.addAll(swap.measure(contender, NO_GOAL)));
    add(new Section("Volume swap → proven", SwapToProven.NOTE, figures));
  }

  private void changes(CostOfChange change) {
    var goal = OptionalDouble.of(50);
    change.measure(Contender.stoker(), "kubelet volume", RuleFiles::inVolume, goal);
    change.measure(Contender.stoker(), "plain folder", RuleFiles::inPlainFolder, goal);
    for (var contender : against()) {
      change.measure(contender, "kubelet volume", RuleFiles::inVolume, NO_GOAL);
      change.measure(contender, "plain folder", RuleFiles::inPlainFolder, NO_GOAL);
    }
  }

  /** The baseline with these flags, where it is to be had. */
  private List<Contender> against(String... flags) {
    return baseline.map(executable -> Contender.baseline(executable, flags)).stream().toList();
  }

  private void add(Section section) {
    OUT.println(section.markdown());
    sections.add(section);
  }

  private String report(String loadBefore) {
    return """
        # Benchmarks

        Written by `make bench`, beside a baseline of the same run; change nothing here by hand.

        %s- Scale: %s

        %s"""
        .formatted(
            Machine.markdown(baseline, loadBefore),
            scale,
            sections.stream().map(Section::markdown).collect(Collectors.joining()));
  }
}
