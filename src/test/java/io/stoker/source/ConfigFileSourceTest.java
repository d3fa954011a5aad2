package io.stoker.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main configuration file, without which nothing must be reloaded. */
class ConfigFileSourceTest {
  @TempDir Path folder;
  private Path config;
  private DirectorySource source;

  @BeforeEach
  void watch() {
    config = folder.resolve("prometheus.yml");
    source =
        new DirectorySource(
            List.of(WatchedRoot.configFile(config)), InstantSource.system(), Duration.ofMinutes(1));
  }

  @Test
  void aMissingConfigFileBlocksUntilItIsThere() throws IOException {
    assertThat(source.snapshot().blocker())
        .contains(new SourceProblem(config.toString(), "does not exist", true));

    Files.writeString(config, "a: 1");

    assertThat(source.snapshot().blocker()).isEmpty();
    assertThat(source.snapshot().files()).hasSize(1);
  }

  @Test
  void itsFolderIsWatchedEvenWhileTheFileIsMissing() {
    assertThat(source.snapshot().folders()).containsExactly(folder);
  }

  @Test
  void aMissingFolderBlocksToo() throws IOException {
    Files.delete(folder);

    assertThat(source.snapshot().blocker()).isPresent();
    assertThat(source.snapshot().folders()).isEmpty();
  }

  @Test
  void aFolderInItsPlaceBlocks() throws IOException {
    Files.createDirectory(config);

    assertThat(source.snapshot().blocker())
        .contains(new SourceProblem(config.toString(), "is a folder, not a file", true));
  }

  @Test
  void aPipeInItsPlaceBlocksInsteadOfHangingTheReader() throws Exception {
    new ProcessBuilder("mkfifo", config.toString()).start().waitFor();

    assertThat(source.snapshot().blocker())
        .contains(new SourceProblem(config.toString(), "is not a regular file", true));
  }

  @Test
  void aLinkToItselfBlocks() throws IOException {
    Files.createSymbolicLink(config, config);

    assertThat(source.snapshot().blocker())
        .hasValueSatisfying(problem -> assertThat(problem.cause()).contains("symbolic link"));
  }

  @Test
  void aDanglingLinkBlocks() throws IOException {
    Files.createSymbolicLink(config, folder.resolve("absent"));

    assertThat(source.snapshot().blocker())
        .contains(new SourceProblem(config.toString(), "does not exist", true));
  }

  @Test
  void neighboursAreNoneOfItsBusiness() throws IOException {
    Files.writeString(config, "a: 1");
    var before = source.snapshot();

    Files.writeString(folder.resolve("other.yml"), "b: 2");

    assertThat(source.snapshot()).isEqualTo(before);
  }

  @Test
  void aRelativePathIsNamedInFull() {
    assertThat(WatchedRoot.configFile(Path.of("x/../a.yml")).path())
        .isEqualTo(Path.of("a.yml").toAbsolutePath());
  }
}
