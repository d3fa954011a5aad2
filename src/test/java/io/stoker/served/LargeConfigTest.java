package io.stoker.served;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.served.Comparison.Held;
import io.stoker.testbed.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeConfigTest {
  private static final int JOBS = 17_000;
  private static final long SIZE = 5_000_000;

  @TempDir Path folder;

  @Test
  void fiveMegabytesAreComparedInAHeapThatCannotHoldTheirNodes() throws IOException {
    String text =
        IntStream.range(0, JOBS)
            .mapToObj(LargeConfigTest::job)
            .collect(Collectors.joining("", "scrape_configs:\n", ""));
    Path file = Files.writeString(folder.resolve("prometheus.yml"), text);
    Path answer = Files.write(folder.resolve("answer"), Texts.answer(text).readAllBytes());
    assertThat(Files.size(file)).isGreaterThan(SIZE);

    assertThat(comparedByAnotherJava("-Xmx12m", file, answer)).startsWith(new Held().toString());
  }

  /** What that Java does. */
  public static void main(String[] names) throws IOException {
    Path file = Path.of(names[0]);
    try (var answer = Files.newInputStream(Path.of(names[1]))) {
      var main = MainFile.read(() -> Files.newInputStream(file));
      System.out.println(main.comparedWith(answer, ConfigFolder.of(file.toString())));
    }
  }

  private static String comparedByAnotherJava(String heap, Path file, Path answer) {
    return Tool.run(
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            heap,
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            LargeConfigTest.class.getName(),
            file.toString(),
            answer.toString()));
  }

  private static String job(int number) {
    return """
    - job_name: job-%05d
      scrape_interval: 30s
      static_configs:
      - targets: [one.example.org:9100, two.example.org:9100, three.example.org:9100]
        labels: {team: a-team, stage: production}
      relabel_configs:
      - {source_labels: [__address__], target_label: instance, regex: "(.*):.*", action: replace}
    """
        .formatted(number);
  }
}
