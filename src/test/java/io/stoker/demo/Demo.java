package io.stoker.demo;

import io.stoker.testbed.FileTree;
import io.stoker.testbed.Tool;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * Shows Stoker's main job on a real Prometheus. The times come from an observer that asks
 * Prometheus; what Stoker says about itself stands beside them.
 *
 * <p>The exit code is 1 if a step did not hold. With {@code KEEP=1} everything is left running.
 */
final class Demo {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private Demo() {}

  static void main(String[] arguments) throws IOException {
    boolean keep = "1".equals(System.getenv("KEEP"));
    var narrator = new Narrator(OUT);
    var prometheus = Tool.prometheus();
    narrator.title("Stoker beside Prometheus " + Tool.version(prometheus));
    narrator.note("Redis " + Tool.version(Tool.REDIS.executable()));
    narrator.note("redis_exporter " + Tool.version(Tool.REDIS_EXPORTER.executable()));
    var folder = Files.createTempDirectory("stoker-demo-");
    var started = Instant.now();
    var stage = Stage.set(folder, prometheus);
    narrator.check("the demo ran to its end", () -> play(stage, narrator, started));
    narrator.summary();
    if (keep) {
      stage.letLive();
      howToGoOn(stage, narrator);
    } else {
      stage.close();
      cleanUp(folder, narrator);
    }
    System.exit(narrator.allHeld() ? 0 : 1);
  }

  private static String play(Stage stage, Narrator narrator, Instant started) {
    new Chore(stage, narrator).play(started);
    return Narrator.seconds(Duration.between(started, Instant.now()));
  }

  private static void cleanUp(Path folder, Narrator narrator) {
    if (narrator.allHeld()) {
      FileTree.delete(folder);
      return;
    }
    narrator.note("the logs are in " + folder);
    try {
      var log = Files.readAllLines(folder.resolve("stoker/stoker.log"));
      narrator.note("the end of Stoker's:");
      log.stream().skip(Math.max(0, log.size() - 15)).forEach(narrator::note);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void howToGoOn(Stage stage, Narrator narrator) {
    narrator.chapter("Everything is left running");
    narrator.note("%-18s%s".formatted("Prometheus", stage.prometheus().url()));
    narrator.note("%-18s%s/api/v1/status".formatted("Stoker", stage.stoker().url()));
    for (var service : stage.services().running()) {
      narrator.note("%-18s%s".formatted(service.name(), service.address()));
    }
    var config = stage.volume().path("..data/" + Tutorial.FILE);
    narrator.note("%-18s%s".formatted("change", config));
    var pids =
        stage.processes().stream()
            .map(process -> Long.toString(process.pid()))
            .collect(Collectors.joining(" "));
    narrator.note("%-18skill %s; rm -r %s".formatted("end it all", pids, stage.folder()));
  }
}
