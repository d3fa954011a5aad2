package io.stoker.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubeletVolumeTest {
  @TempDir Path folder;

  @Test
  void aKeyIsALinkThroughDataToATimestampedFolder() throws IOException {
    var volume = KubeletVolume.create(folder, Map.of("prometheus.yml", "a: 1"));

    assertThat(Files.readSymbolicLink(volume.path("prometheus.yml")))
        .isEqualTo(Path.of("..data/prometheus.yml"));
    assertThat(Files.readSymbolicLink(folder.resolve("..data")).toString())
        .matches("\\.\\.\\d{4}(_\\d\\d){5}\\.\\d+");
    assertThat(volume.path("prometheus.yml")).hasContent("a: 1");
  }

  @Test
  void aChangeSwapsTheFolderAndLeavesNoOldOne() throws IOException {
    var volume = KubeletVolume.create(folder, Map.of("kept", "1", "removed", "2"));
    var before = Files.readSymbolicLink(folder.resolve("..data"));

    volume.write(Map.of("kept", "3", "added", "4"));

    var after = Files.readSymbolicLink(folder.resolve("..data"));
    assertThat(after).isNotEqualTo(before);
    assertThat(names()).containsExactlyInAnyOrder("kept", "added", "..data", after.toString());
    assertThat(volume.path("kept")).hasContent("3");
    assertThat(volume.path("added")).hasContent("4");
  }

  @Test
  void theSameContentGetsANewFolder() throws IOException {
    var volume = KubeletVolume.create(folder, Map.of("key", "1"));
    var before = Files.readSymbolicLink(folder.resolve("..data"));

    volume.rewrite();

    assertThat(Files.readSymbolicLink(folder.resolve("..data"))).isNotEqualTo(before);
    assertThat(volume.path("key")).hasContent("1");
  }

  @Test
  void aKeyWithAPathIsLinkedByItsFirstPart() throws IOException {
    var volume = KubeletVolume.create(folder, Map.of("rules/a.yml", "1", "rules/b.yml", "2"));

    assertThat(Files.readSymbolicLink(volume.path("rules"))).isEqualTo(Path.of("..data/rules"));
    assertThat(volume.path("rules/b.yml")).hasContent("2");

    volume.write(Map.of());

    assertThat(names()).hasSize(2).doesNotContain("rules");
  }

  private List<String> names() throws IOException {
    var names = new ArrayList<String>();
    try (var entries = Files.newDirectoryStream(folder)) {
      entries.forEach(entry -> names.add(entry.getFileName().toString()));
    }
    return names;
  }
}
