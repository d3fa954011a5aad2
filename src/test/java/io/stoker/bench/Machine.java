package io.stoker.bench;

import io.stoker.testbed.StokerSetup;
import io.stoker.testbed.Tool;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was measured, where and when. */
final class Machine {
  private Machine() {}

  /** The executable to compare with, if it is to be had. */
  static Optional<Path> baseline(PrintStream out) {
    return executable(Tool.PROMETHEUS_CONFIG_RELOADER, out);
  }

  /** The executable of a program that Stoker is shown beside, if it is to be had. */
  static Optional<Path> executable(Tool tool, PrintStream out) {
    try {
      return Optional.of(tool.executable());
    } catch (IllegalStateException e) {
      out.println("There is nothing to compare with: " + e.getMessage());
      return Optional.empty();
    }
  }

  static String markdown(Optional<Path> baseline, String loadBefore) {
    return Stream.of(
            "Date: " + Instant.now().truncatedTo(ChronoUnit.SECONDS),
            "Machine: %d × %s, Linux %s"
                .formatted(
                    Runtime.getRuntime().availableProcessors(),
                    cpuModel(),
                    System.getProperty("os.version")),
            "Load averages before and after: %s; %s".formatted(loadBefore, load()),
            "Stoker: revision %s, %s".formatted(revision(), stoker()),
            "Prometheus: " + Tool.version(Tool.prometheus()),
            "Baseline: "
                + baseline
                    .map(path -> "prometheus-config-reloader " + Tool.version(path))
                    .orElse("none, prometheus-config-reloader was not to be had"))
        .map(fact -> "- " + fact + "\n")
        .collect(Collectors.joining());
  }

  private static String stoker() {
    return StokerSetup.executable()
        .map(path -> "native executable of %.1f MB".formatted(path.toFile().length() / 1e6))
        .orElseGet(
            () ->
                "on the JVM (%s %s) without any flags of its own"
                    .formatted(System.getProperty("java.vm.name"), Runtime.version()));
  }

  /** Over the last 1, 5 and 15 minutes. */
  static String load() {
    var words = read(Path.of("/proc/loadavg")).split(" ", -1);
    return String.join(" ", words[0], words[1], words[2]);
  }

  private static String cpuModel() {
    return read(Path.of("/proc/cpuinfo"))
        .lines()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(System.getProperty("os.arch"));
  }

  private static String revision() {
    try {
      var git = new ProcessBuilder("git", "describe", "--always", "--dirty").start();
      var said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return said.isEmpty() ? "unknown" : said;
    } catch (IOException e) {
      return "unknown";
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
