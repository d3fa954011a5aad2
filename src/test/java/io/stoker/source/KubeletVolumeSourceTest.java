package io.stoker.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.testbed.KubeletVolume;
import io.stoker.testbed.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubeletVolumeSourceTest {
  private static final Duration FULL_LOOK_EVERY = Duration.ofMinutes(1);

  @TempDir Path folder;
  private final ManualClock clock = ManualClock.at(Instant.now().plusSeconds(10));
  private KubeletVolume volume;
  private DirectorySource source;

  @BeforeEach
  void mount() {
    volume = KubeletVolume.create(folder.resolve("rules"), Map.of("a.yml", "1", "b/c.yml", "2"));
    source = source(volume.folder());
  }

  @Test
  void namesAreThoseWhichTheContainerSees() {
    assertThat(names()).containsExactly("a.yml", "b/c.yml");
    assertThat(source.snapshot().folders())
        .containsExactlyInAnyOrder(volume.folder(), volume.folder().resolve("b"));
  }

  @Test
  void anUnmovedDataLinkIsNotWalkedAgain() throws IOException {
    var before = source.snapshot();

    // the kubelet never writes into a version that is in use, so this shows whether it was read
    Files.writeString(volume.path("b/c.yml"), "longer than before");

    assertThat(source.snapshot()).isSameAs(before);
  }

  @Test
  void whatTheKubeletClearsAwayAfterASwapIsNoReasonToWalkAgain() throws IOException {
    Path earlier = Files.createDirectory(volume.path("..2026_01_01"));
    var before = source.snapshot();
    Files.writeString(volume.path("b/c.yml"), "longer than before");

    Files.delete(earlier);

    assertThat(source.snapshot()).isSameAs(before);
  }

  @Test
  void anUnmovedDataLinkIsWalkedAgainAfterAWhile() throws IOException {
    var before = source.snapshot();
    Files.writeString(volume.path("b/c.yml"), "longer than before");

    clock.advance(FULL_LOOK_EVERY);

    assertThat(source.snapshot()).isNotEqualTo(before);
  }

  @Test
  void aMovedDataLinkIsWalkedAgain() {
    var before = source.snapshot();

    volume.put("a.yml", "another");

    assertThat(source.snapshot()).isNotEqualTo(before);
    assertThat(names()).containsExactly("a.yml", "b/c.yml");
  }

  @Test
  void keysAddedAndRemovedAreNoticed() {
    source.snapshot();
    volume.write(Map.of("b/c.yml", "2", "d.yml", "3"));

    assertThat(names()).containsExactly("b/c.yml", "d.yml");
  }

  @Test
  void aKeyThatTheKubeletLinksOnlyAfterTheSwapIsNoticed() throws IOException {
    volume.put("new.yml", "3");
    Files.delete(volume.path("new.yml"));
    assertThat(names()).containsExactly("a.yml", "b/c.yml");

    Files.createSymbolicLink(volume.path("new.yml"), Path.of("..data/new.yml"));

    assertThat(names()).containsExactly("a.yml", "b/c.yml", "new.yml");
  }

  @Test
  void aVolumeInsideAWatchedFolderIsReadByItsNames() {
    var outer = source(folder);
    outer.snapshot();

    volume.put("a.yml", "another");

    assertThat(outer.snapshot().files())
        .extracting(WatchedFile::name)
        .containsExactly(volume.path("a.yml").toString(), volume.path("b/c.yml").toString());
  }

  @Test
  void aConfigFileInAVolumeIsReadAgainWhenTheVolumeIsSwapped() {
    var config =
        new DirectorySource(
            List.of(WatchedRoot.configFile(volume.path("a.yml"))), clock, FULL_LOOK_EVERY);
    var before = config.snapshot();
    assertThat(config.snapshot()).isSameAs(before);

    volume.put("a.yml", "another");

    assertThat(config.snapshot().files()).isNotEqualTo(before.files());
  }

  @Test
  void theVersionFolderItselfCanBeWatched() {
    var data = source(volume.folder().resolve("..data"));

    assertThat(data.snapshot().files()).hasSize(2);
  }

  private DirectorySource source(Path root) {
    return new DirectorySource(List.of(WatchedRoot.directory(root)), clock, FULL_LOOK_EVERY);
  }

  private List<String> names() {
    return source.snapshot().files().stream()
        .map(file -> volume.folder().relativize(Path.of(file.name())).toString())
        .toList();
  }
}
