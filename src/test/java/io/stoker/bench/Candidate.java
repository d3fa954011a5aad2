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
import java.util.function.Function;

/**
 * An executable that reloads, to be measured as a program of its own.
 *
 * @param flags for the files and the Prometheus of a bed
 * @param readyWord in its log once it has reloaded for the first time, or works, should it reload
 *     nothing then
 */
record Candidate(
    String name, Path executable, Function<Bed, List<String>> flags, String readyWord) {

  static Candidate stoker(Path executable) {
    return new Candidate("Stoker", executable, Candidate::reloaderFlags, "outcome=proven");
  }

  static Candidate baseline(Path executable) {
    return new Candidate(
        "prometheus-config-reloader", executable, Candidate::reloaderFlags, "Reload triggered");
  }

  static Candidate configmapReload(Path executable) {
    return new Candidate(
        "configmap-reload", executable, Candidate::configmapReloadFlags, "Watching directory");
  }

  private static List<String> reloaderFlags(Bed bed) {
    return List.of(
        "--config-file=" + bed.configFile(),
        "--watched-dir=" + bed.rules().folder(),
        "--reload-url=" + bed.prometheus().reloadUrl(),
        "--listen-address=127.0.0.1:" + FreePorts.any());
  }

  private static List<String> configmapReloadFlags(Bed bed) {
    return List.of(
        "--volume-dir=" + bed.configFile().getParent(),
        "--volume-dir=" + bed.rules().folder(),
        "--webhook-url=" + bed.prometheus().reloadUrl(),
        "--web.listen-address=127.0.0.1:" + FreePorts.any());
  }

  /**
   * One running process, in a copy of the executable, so that none shares its file's pages with
   * another.
   *
   * @param launcher what stands before the command line
   */
  Running start(Path folder, List<String> launcher, Bed bed) {
    var command = new ArrayList<>(launcher);
    command.add(copyInto(folder).toString());
    command.addAll(flags.apply(bed));
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

    /** Returns once it has said its {@link #readyWord}. */
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
