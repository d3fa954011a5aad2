package io.stoker.bench;

import io.stoker.testbed.ApiServer;
import io.stoker.testbed.FileTree;
import io.stoker.testbed.StokerProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Measures {@code stoker watch} with a real API server and many targets, and writes
 * docs/benchmarks-watch.md. With {@code QUICK=1} it only shows that it works, and writes below
 * target.
 *
 * <p>No figure makes it fail: the exit code is 1 only if something did not work at all.
 */
final class WatchBench {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private final WatchScale scale;
  private final Path folder;
  private final ApiServer server;
  private final List<Section> sections = new ArrayList<>();

  private WatchBench(WatchScale scale, Path folder, ApiServer server) {
    this.scale = scale;
    this.folder = folder;
    this.server = server;
  }

  static void main(String[] arguments) throws IOException {
    var scale = WatchScale.fromEnvironment();
    var loadBefore = Machine.load();
    var folder = Files.createTempDirectory("stoker-bench-");
    try (var server = ApiServer.in(Files.createDirectories(folder.resolve("api"))).awaitReady()) {
      var bench = new WatchBench(scale, folder, server);
      bench.measure();
      bench.write(loadBefore);
    } catch (RuntimeException | Error e) {
      OUT.println("The bench did not work; its logs are in " + folder);
      e.printStackTrace(OUT);
      System.exit(1);
    }
    FileTree.delete(folder);
    System.exit(0);
  }

  private void measure() {
    var memory = new WatchMemory(scale);
    try (var few = namespace("few", scale.few());
        var watcher = few.watch("stoker-watch")) {
      new WatchStart(few).untilProven(watcher);
      memory.measure(few, watcher);
      failover(few, watcher);
    }
    try (var many = namespace("many", scale.many());
        var watcher = many.watch("stoker-watch")) {
      var start = new WatchStart(many);
      start.measure(watcher);
      memory.measure(many, watcher);
      change(many, watcher);
      storm(many, watcher);
      memory.peak(watcher);
      start.measureAgain(watcher);
      add(new Section("Start", WatchStart.NOTE, start.figures()));
    }
    try (var more = namespace("more", scale.more());
        var watcher = more.watch("stoker-watch")) {
      new WatchStart(more).untilProven(watcher);
      memory.measure(more, watcher);
    }
    add(new Section("Memory and rest", WatchMemory.NOTE, memory.figures()));
  }

  private void change(FedNamespace many, StokerProcess watcher) {
    var changes = new WatchedChanges(many, watcher);
    add(new Section("A change", WatchedChanges.NOTE, changes.oneByOne(scale.changes())));
  }

  private void storm(FedNamespace many, StokerProcess watcher) {
    var changes = new WatchedChanges(many, watcher);
    add(
        new Section(
            scale.perSecond() + " changes a second for " + scale.storm().toSeconds() + " s",
            WatchedChanges.STORM_NOTE,
            changes.storm(scale.perSecond(), scale.storm())));
  }

  private void failover(FedNamespace few, StokerProcess watcher) {
    try (var other = few.watch("stoker-watch-1")) {
      var failover = new WatchFailover(few, watcher, other);
      add(new Section("Failover", WatchFailover.NOTE, failover.measure(scale.failovers())));
    }
  }

  private FedNamespace namespace(String name, int size) {
    var own = folder.resolve(name);
    return new FedNamespace(server.api(), own, FedTargets.start(size, own));
  }

  private void add(Section section) {
    OUT.println(section.markdown());
    sections.add(section);
  }

  private void write(String loadBefore) throws IOException {
    var report = Path.of(scale.quick() ? "target/benchmarks-quick.md" : "docs/benchmarks-watch.md");
    Files.createDirectories(report.getParent());
    Files.writeString(report, report(loadBefore));
    OUT.println("written to " + report);
  }

  private String report(String loadBefore) {
    return """
        # Benchmarks of the watcher

        Written by `make bench-watch`; change nothing here by hand.

        %s- Scale: %s

        API server, targets (3 real Prometheus, the others pretended), whoever changes ConfigMaps and Stoker share the \
        processors of this machine. No volumes are waited for (`--volumes=false`).

        %s"""
        .formatted(
            Machine.markdown(Optional.empty(), loadBefore)
                .lines()
                .filter(line -> !line.startsWith("- Baseline"))
                .collect(Collectors.joining("\n", "", "\n")),
            scale,
            sections.stream().map(Section::markdown).collect(Collectors.joining()));
  }
}
