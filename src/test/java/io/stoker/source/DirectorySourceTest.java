package io.stoker.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.testbed.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectorySourceTest {
  @TempDir Path folder;

  @Test
  void listsFilesBelowEveryRootSortedByNameAndOnce() throws IOException {
    write("b/two.yml");
    write("b/one.yml");
    write("a/deep/er/three.yml");
    var source = directories("b", "a", "a/deep");

    assertThat(names(source)).containsExactly("a/deep/er/three.yml", "b/one.yml", "b/two.yml");
    assertThat(source.snapshot().folders())
        .containsExactlyInAnyOrder(path("b"), path("a"), path("a/deep"), path("a/deep/er"));
  }

  @Test
  void theSameFilesGiveTheSameSnapshot() throws IOException {
    write("rules/one.yml");
    var source = directories("rules");

    assertThat(source.snapshot()).isEqualTo(source.snapshot());
    assertThat(source.snapshot().files().getFirst()).isSameAs(source.snapshot().files().getFirst());
  }

  @Test
  void anEditInPlaceShowsInTheStamp() throws IOException {
    var file = write("rules/one.yml");
    var source = directories("rules");
    var before = source.snapshot();

    Files.writeString(file, "longer than before");

    assertThat(source.snapshot()).isNotEqualTo(before);
  }

  @Test
  void aReplacementByRenameOfTheSameSizeAndTimeShowsInTheStamp() throws IOException {
    var file = write("rules/one.yml");
    var source = directories("rules");
    var before = source.snapshot();
    var other = Files.writeString(path("other"), Files.readString(file));
    Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));

    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

    assertThat(source.snapshot()).isNotEqualTo(before);
  }

  @Test
  void aRootThatIsRemovedAndMadeAgainIsReadAgain() throws IOException {
    write("rules/one.yml");
    write("kept/two.yml");
    var source = directories("rules", "kept");
    assertThat(names(source)).hasSize(2);

    FileTree.delete(path("rules"));
    assertThat(names(source)).containsExactly("kept/two.yml");
    assertThat(source.snapshot().problems())
        .containsExactly(new SourceProblem(path("rules").toString(), "does not exist", false));

    write("rules/three.yml");
    assertThat(names(source)).containsExactly("kept/two.yml", "rules/three.yml");
    assertThat(source.snapshot().problems()).isEmpty();
  }

  @Test
  void aRootReplacedByAnotherFolderIsReadAgain() throws IOException {
    write("rules/one.yml");
    write("next/one.yml");
    var source = directories("rules");
    var before = source.snapshot();

    Files.move(path("rules"), path("before"));
    Files.move(path("next"), path("rules"));

    assertThat(source.snapshot()).isNotEqualTo(before);
    assertThat(names(source)).containsExactly("rules/one.yml");
  }

  @Test
  void withoutAnyRootNothingMustBeReloaded() {
    var source = directories("absent", "gone");

    assertThat(source.snapshot().blocker())
        .hasValueSatisfying(problem -> assertThat(problem.cause()).isEqualTo("does not exist"));
  }

  @Test
  void oneMissingFolderOfSeveralDoesNotBlock() throws IOException {
    write("rules/one.yml");

    assertThat(directories("rules", "absent").snapshot().blocker()).isEmpty();
  }

  @Test
  void anEmptyFolderIsAConfigurationToo() throws IOException {
    Files.createDirectory(path("rules"));

    assertThat(directories("rules").snapshot().blocker()).isEmpty();
  }

  @Test
  void aFileGivenAsFolderIsWatchedAsTheFileItIs() throws IOException {
    write("rules.yml");

    assertThat(names(directories("rules.yml"))).containsExactly("rules.yml");
  }

  @Test
  void theContentIsThatOfTheNamedFile() throws IOException {
    Files.writeString(path("one.yml"), "a: 1");
    var source = directories("one.yml");

    try (var content = source.open(source.snapshot().files().getFirst())) {
      assertThat(content).hasContent("a: 1");
    }
  }

  private Path write(String name) throws IOException {
    Files.createDirectories(path(name).getParent());
    return Files.writeString(path(name), name);
  }

  private Path path(String name) {
    return folder.resolve(name);
  }

  private DirectorySource directories(String... names) {
    var roots = Stream.of(names).map(name -> WatchedRoot.directory(path(name))).toList();
    return new DirectorySource(roots, InstantSource.system(), Duration.ofMinutes(1));
  }

  private List<String> names(DirectorySource source) {
    return source.snapshot().files().stream()
        .map(file -> folder.relativize(Path.of(file.name())).toString())
        .toList();
  }
}
