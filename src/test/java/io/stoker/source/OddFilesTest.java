package io.stoker.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What else may lie in a watched folder. */
class OddFilesTest {
  @TempDir Path folder;
  private DirectorySource source;

  @BeforeEach
  void watch() throws IOException {
    Files.writeString(folder.resolve("good.yml"), "a: 1");
    source =
        new DirectorySource(
            List.of(WatchedRoot.directory(folder)), InstantSource.system(), Duration.ofMinutes(1));
  }

  @Test
  void aLoopOfFoldersIsNotedAndPassedOver() throws IOException {
    var inner = Files.createDirectory(folder.resolve("inner"));
    Files.createSymbolicLink(inner.resolve("up"), folder);

    assertThat(source.snapshot().files()).hasSize(1);
    assertThat(source.snapshot().problems())
        .containsExactly(
            new SourceProblem(
                inner.resolve("up").toString(),
                "is a symbolic link that leads back to itself",
                false));
  }

  @Test
  void aDanglingLinkIsNotedAndPassedOver() throws IOException {
    var link = Files.createSymbolicLink(folder.resolve("dangling"), Path.of("absent"));

    assertThat(source.snapshot().problems())
        .containsExactly(new SourceProblem(link.toString(), "does not exist", false));
  }

  @Test
  void aLinkToItselfIsNotedAndPassedOver() throws IOException {
    Files.createSymbolicLink(folder.resolve("self"), Path.of("self"));

    assertThat(source.snapshot().files()).hasSize(1);
    assertThat(source.snapshot().problems()).hasSize(1);
  }

  @Test
  void aPipeIsNoConfiguration() throws Exception {
    new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start().waitFor();

    assertThat(source.snapshot().files()).hasSize(1);
    assertThat(source.snapshot().problems()).isEmpty();
  }

  @Test
  void blanksQuotesAndNewlinesInNamesAreJustNames() throws IOException {
    var odd = Files.writeString(folder.resolve("it's \"odd\"\n=1.yml"), "b: 2");

    assertThat(source.snapshot().files())
        .extracting(WatchedFile::name)
        .containsExactly(folder.resolve("good.yml").toString(), odd.toString());
  }

  @Test
  void aNameWithOneDotIsContentAndOneWithTwoIsTheKubelets() throws IOException {
    var hidden = Files.writeString(folder.resolve(".hidden.yml"), "b: 2");
    Files.writeString(folder.resolve("..kubelet"), "c: 3");

    assertThat(source.snapshot().files())
        .extracting(WatchedFile::name)
        .containsExactly(hidden.toString(), folder.resolve("good.yml").toString());
  }

  @Test
  void aNameThatIsNoTextCannotBeOpenedButBreaksNothing() throws Exception {
    var script = "touch \"$0\"/$(printf 'bad\\377.yml')";
    new ProcessBuilder("sh", "-c", script, folder.toString()).start().waitFor();

    var bad = source.snapshot().files().getFirst();

    assertThat(bad.name()).contains("bad");
    assertThatIOException().isThrownBy(() -> source.open(bad).close());
  }

  @Test
  void aNameOutsideThisLocaleIsAReadFailureNotABug() {
    var unmappable = new WatchedFile("a\0b", new FileStamp(1, 1, 1));

    assertThatIOException().isThrownBy(() -> source.open(unmappable).close());
  }

  @Test
  void deepFoldersAreReadToALimitAndThenEnd() throws IOException {
    var deep = folder;
    for (int i = 0; i < FileTreeLister.MAX_DEPTH + 5; i++) {
      deep = Files.createDirectory(deep.resolve("d"));
    }
    Files.writeString(deep.resolve("too-deep.yml"), "x");

    assertThat(source.snapshot().files()).hasSize(1);
  }
}
