package io.stoker.bench;

import io.stoker.testbed.ChildProcess;
import io.stoker.testbed.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * An executable that reloads, to be measured as a program of its own.
 *
 * @param readyWord in its log once it has reloaded for the first time
 */
record Candidate(String name, Path executable, String readyWord) {

  static Candidate stoker(Path executable) {
    return new Candidate("Stoker", executable, "outcome=proven");
  }

  static Candidate baseline(Path executable) {
    return new Candidate("prometheus-config-reloader", executable, "Reload triggered");
  }

  /**
   * One running process, in a copy of the executable, so that none shares its file's pages with
   * another.
   *
   * @param launcher what stands before the command line
   */
  Running start(Path folder, List<String> launcher, Bed bed) {
    var command = new ArrayList<>(launcher);
    command.addAll(
        List.of(
            copyInto(folder).toString(),
            "--config-file=" + bed.configFile(),
            "--watched-dir=" + bed.rules().folder(),
            "--reload-url=" + bed.prometheus().reloadUrl(),
            "--listen-address=127.0.0.1:" + FreePorts.any()));
    long started = System.nanoTime();
    return new Running(this, ChildProcess.start(command, folder.resolve("log")), started);
  }

  private Path copyInto(Path folder) {
    try {
      Files.createDirectories(folder);
      return Files.copy(executable.toRealPath(), folder.resolve("program"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param startedNanos by {@link System#nanoTime}
   */
  record Running(Candidate candidate, ChildProcess process, long startedNanos)
      implements AutoCloseable {

    /** Returns once it has reloaded for the first time. */
    Running awaitReady() {
      Moments.await(candidate.name() + " is ready", () -> reloads() > 0);
      return this;
    }

    Duration age() {
      return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    /** Reloads by its own word. */
    long reloads() {
      return process.log().lines().filter(line -> line.contains(candidate.readyWord())).count();
    }

    Footprint footprint() {
      return new Footprint(process.pid());
    }

    @Override
    public void close() {
      process.close();
    }
  }
}
