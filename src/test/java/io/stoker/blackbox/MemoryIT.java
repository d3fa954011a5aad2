package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.MAIN;

import io.stoker.testbed.KubeletVolume;
import io.stoker.testbed.StokerProcess;
import io.stoker.testbed.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the kernel holds of the executable; a JVM gives nothing back. */
@Tag("native")
class MemoryIT {
  @TempDir Path folder;

  @Test
  void whatOnlyTheStartNeedsOfTheExecutableIsGivenBackAndWorkGoesOn() throws IOException {
    var volume = KubeletVolume.create(folder.resolve("config"), Map.of(MAIN, Texts.main("start")));
    try (var pod = Pod.start(Tool.PROMETHEUS_3, folder, volume.path(MAIN))) {
      long before = pagesOfFiles(pod.stoker());
      Patience.await("fewer pages").until(() -> pagesOfFiles(pod.stoker()) < before * 3 / 4);

      var since = Instant.now();
      volume.put(MAIN, Texts.main("changed"));
      pod.awaitProven("changed", since);
    }
  }

  /** In KiB. */
  private static long pagesOfFiles(StokerProcess stoker) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + stoker.process().pid() + "/status")).stream()
        .filter(line -> line.startsWith("RssFile:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
