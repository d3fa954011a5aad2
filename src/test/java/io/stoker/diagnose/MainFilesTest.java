package io.stoker.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A false alarm is worse than none: Prometheus may see the same volume under another path. */
class MainFilesTest {
  @TempDir Path folder;
  private MainFiles files;

  @BeforeEach
  void write() throws IOException {
    write("prometheus.yml");
    files = new MainFiles(List.of(folder.resolve("prometheus.yml")), List.of(folder));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "prometheus.yml", "/another/mount/prometheus.yml", "/", "a\0b"})
  void whatMayBeTheSameFileIsNoOther(String served) {
    assertThat(files.otherThan(served)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"other.yml", "/etc/prometheus/prom.yml"})
  void anotherNameIsAnotherFile(String served) {
    assertThat(files.otherThan(served).orElseThrow())
        .contains(served, folder.resolve("prometheus.yml").toString());
  }

  @Test
  void anotherNameOfTheSameFileIsTheSameFile() throws IOException {
    var link =
        Files.createSymbolicLink(folder.resolve("link.yml"), folder.resolve("prometheus.yml"));

    assertThat(files.otherThan(link.toString())).isEmpty();
  }

  @Test
  void aNamesakeInAFolderThatBothSeeIsAnotherFile() throws IOException {
    assertThat(files.otherThan(write("old/prometheus.yml").toString())).isPresent();
  }

  @Test
  void whoWatchesNoMainFileIsNotTold() {
    assertThat(new MainFiles(List.of(), List.of(folder)).otherThan("other.yml")).isEmpty();
  }

  private Path write(String name) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "a: 1");
  }
}
