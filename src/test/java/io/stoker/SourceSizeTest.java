package io.stoker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SourceSizeTest {
  private static final int MOST_LINES = 200;

  @Test
  void everyFileCanBeReadInOneSitting() throws IOException {
    try (var files = Files.walk(Path.of("src"))) {
      var sources = files.filter(path -> path.toString().endsWith(".java")).toList();

      assertThat(sources).hasSizeGreaterThan(50);
      for (Path file : sources) {
        assertThat(Files.readAllLines(file))
            .as(file.toString())
            .hasSizeLessThanOrEqualTo(MOST_LINES);
      }
    }
  }
}
