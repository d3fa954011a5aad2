package io.stoker.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.source.DirectorySource;
import io.stoker.source.WatchedRoot;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintMemoryTest {
  private static final int FILES = 20_000;

  /** What is allowed is 300; what else the test runner's heap does in between is its own. */
  private static final long MOST_BYTES_PER_FILE = 300 + 60;

  /** The files have settled, so that each is read only once. */
  private static final InstantSource LATER =
      InstantSource.offset(InstantSource.system(), Duration.ofMinutes(1));

  @TempDir Path folder;

  @Test
  void aWatchedFileCostsAtMostThreeHundredBytes() throws IOException {
    // links are made ten times faster than files
    var file = Files.createFile(folder.resolve("rules.yml"));
    for (int i = 1; i < FILES; i++) {
      Files.createLink(folder.resolve("rules-of-team-%05d.yml".formatted(i)), file);
    }
    long before = usedHeap();

    var source =
        new DirectorySource(
            List.of(WatchedRoot.directory(folder)), InstantSource.system(), Duration.ofMinutes(1));
    var fingerprinter = new Fingerprinter(source, LATER, Duration.ofHours(1));
    try {
      for (int i = 0; i < 3; i++) {
        assertThat(((Reading.Found) fingerprinter.read()).content().fileCount()).isEqualTo(FILES);
      }
      assertThat((usedHeap() - before) / FILES).isBetween(50L, MOST_BYTES_PER_FILE);
    } finally {
      Reference.reachabilityFence(fingerprinter);
    }
  }

  private static long usedHeap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
