package io.stoker.bench;

import io.stoker.testbed.ChildProcess;
import io.stoker.testbed.StokerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A reloader and its command line, apart from what it watches. */
record Contender(Kind kind, Path executable, List<String> flags) {
  private static final String BASELINE = "prometheus-config-reloader";

  private enum Kind {
    STOKER,
    BASELINE
  }

  static Contender stoker(String... flags) {
    return new Contender(Kind.STOKER, Path.of(""), List.of(flags));
  }

  static Contender baseline(Path executable, String... flags) {
    return new Contender(Kind.BASELINE, executable, List.of(flags));
  }

  String name() {
    var name = kind == Kind.STOKER ? "Stoker" : BASELINE;
    return flags.isEmpty() ? name : name + " `" + String.join(" ", flags) + "`";
  }

  boolean isStoker() {
    return kind == Kind.STOKER;
  }

  /** Starts it beside the bed's Prometheus, and returns it when it is ready for a change. */
  Reloader start(Bed bed, Path watched) {
    try {
      var folder = Files.createTempDirectory(bed.folder(), "reloader-");
      var reloader = isStoker() ? stoker(bed, watched, folder) : baseline(bed, watched, folder);
      reloader.awaitStarted();
      return reloader;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Reloader stoker(Bed bed, Path watched, Path folder) {
    var setup =
        StokerSetup.in(folder)
            .with(
                "--config-file=" + bed.configFile(),
                "--watched-dir=" + watched,
                "--reload-url=" + bed.prometheus().reloadUrl())
            .with(flags.toArray(String[]::new));
    return new Reloader(this, setup.start().process(), "outcome=proven", "outcome=proven");
  }

  private Reloader baseline(Bed bed, Path watched, Path folder) {
    var command =
        new ArrayList<>(
            List.of(
                executable.toString(),
                "--watched-dir=" + watched,
                "--reload-url=" + bed.prometheus().reloadUrl()));
    command.addAll(flags);
    var process = ChildProcess.start(command, folder.resolve(BASELINE + ".log"));
    return new Reloader(this, process, "started watching", "Reload triggered");
  }
}
