package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.MAIN;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.testbed.ChildProcess;
import io.stoker.testbed.KubeletVolume;
import io.stoker.testbed.StokerSetup;
import io.stoker.testbed.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Dockerfile.native makes, as far as that shows without a container engine. */
@Tag("native")
class ImageIT {
  private static final Path DOCKERFILE = Path.of("Dockerfile.native");
  private static final long MOST_BYTES = 100_000_000;
  private static final Pattern COPY = Pattern.compile("(?m)^COPY (?!--from)(?:--\\S+ )*(.+) \\S+$");

  @TempDir Path folder;
  private Path root;

  @BeforeEach
  void layOut() throws IOException {
    root = folder.resolve("rootfs");
    run("src/main/docker/rootfs", StokerSetup.executable().orElseThrow().toString(), "" + root);
  }

  @Test
  void theDockerfileHasNoFaultsAndCopiesWhatExists() throws IOException {
    assertThat(run(Tool.HADOLINT.executable().toString(), DOCKERFILE.toString())).isEmpty();
    var copied =
        COPY.matcher(Files.readString(DOCKERFILE))
            .results()
            .flatMap(found -> Stream.of(found.group(1).split(" ")));
    assertThat(copied).isNotEmpty().allSatisfy(path -> assertThat(Path.of(path)).exists());
  }

  @Test
  void theImageHoldsOneProgramUnderTwoNamesAndNoShell() throws IOException {
    assertThat(root.resolve("bin/prometheus-config-reloader"))
        .hasSameBinaryContentAs(root.resolve("stoker"));
    assertThat(root.resolve("bin")).isDirectoryNotContaining("glob:**/*sh");
    assertThat(bytes()).isLessThan(MOST_BYTES);
  }

  @Test
  void provesAChangeAsAnUnknownUserInAReadOnlyImageWithoutCapabilities() throws IOException {
    var volume = KubeletVolume.create(folder.resolve("config"), Map.of(MAIN, Texts.main("start")));
    var prometheus =
        Pod.prometheus(Tool.PROMETHEUS_3, folder, volume.path(MAIN)).start().awaitReady();
    var script = Path.of("src/test/scripts/in-image").toAbsolutePath().toString();
    var setup =
        StokerSetup.beside(prometheus, volume.path(MAIN), folder.resolve("stoker"))
            .behind(List.of(script, root.toString(), volume.folder().toString()));
    try (var pod = new Pod(prometheus, setup.start())) {
      pod.stoker().awaitState("in-sync");

      var since = Instant.now();
      volume.put(MAIN, Texts.main("changed"));

      pod.awaitProven("changed", since);
      assertThat(rights(pod.stoker().process()))
          .contains("CapEff:\t0000000000000000", "NoNewPrivs:\t1");
      assertThat(pod.stoker().stop()).isZero();
    }
  }

  private static List<String> rights(ChildProcess process) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"));
  }

  private long bytes() throws IOException {
    try (var files = Files.walk(root)) {
      return files
          .filter(file -> Files.isRegularFile(file, NOFOLLOW_LINKS))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }

  private static List<String> run(String... command) throws IOException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return process.inputReader().readAllLines();
  }
}
