package io.stoker.app;

import io.stoker.check.FileKind;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Prometheus' own tool, which is asked where there is one. */
final class Promtool {
  private static final int LIMIT_SECONDS = 60;

  private final Optional<Path> program;

  private Promtool(Optional<Path> program) {
    this.program = program;
  }

  static Promtool onPath(String path) {
    return new Promtool(
        Arrays.stream(Optional.ofNullable(path).orElse("").split(File.pathSeparator))
            .filter(folder -> !folder.isEmpty())
            .map(folder -> Path.of(folder, "promtool"))
            .filter(Files::isExecutable)
            .findFirst());
  }

  /** Whether it refuses the file; then what it says is printed. */
  boolean refuses(Path file, FileKind kind, PrintStream out) throws IOException {
    String what =
        switch (kind) {
          case RULES -> "rules";
          case CONFIGURATION -> "config";
          case OTHER, EMPTY -> "";
        };
    return program.isPresent() && !what.isEmpty() && refuses(file, List.of("check", what), out);
  }

  private boolean refuses(Path file, List<String> command, PrintStream out) throws IOException {
    Path said = Files.createTempFile("stoker-promtool", ".txt");
    try {
      var process =
          new ProcessBuilder(
                  program.orElseThrow().toString(), command.get(0), command.get(1), file.toString())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly();
      boolean refused = ended && process.exitValue() != 0;
      if (refused || !ended) {
        out.println(file + ": promtool " + (ended ? "refuses it:" : "does not end"));
        out.print(Files.readString(said, StandardCharsets.UTF_8).indent(4));
      }
      return refused;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      Files.deleteIfExists(said);
    }
  }
}
