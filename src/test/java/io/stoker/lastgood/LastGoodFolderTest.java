package io.stoker.lastgood;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.fingerprint.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastGoodFolderTest extends LastGoodCase {
  @Test
  void handsOverTheLiveFilesWhileNothingIsKnownAgainstThem() throws IOException {
    write("one");

    assertThat(HandOver.make(folder, reader())).isEqualTo(new HandOver.Live(folder.current()));
    assertThat(served()).isEqualTo("main one, rules one");

    write("two");
    assertThat(served()).as("they are the live ones").isEqualTo("main two, rules two");
  }

  @Test
  void handsOverTheLastGoodFilesWhenTheCurrentOnesAreKnownToBeRefused() throws IOException {
    assertThat(store(write("good"))).isEqualTo(new Copying.Result.Stored());
    var bad = write("bad");
    folder.remember(bad);

    assertThat(HandOver.make(folder, reader()))
        .isEqualTo(new HandOver.LastGood(folder.current(), bad));
    assertThat(served()).isEqualTo("main good, rules good");

    write("mended");
    assertThat(HandOver.make(folder, reader())).isInstanceOf(HandOver.Live.class);
    assertThat(served()).isEqualTo("main mended, rules mended");
  }

  @Test
  void whatIsNoLongerRefusedIsHandedOver() throws IOException {
    store(write("good"));
    folder.remember(write("bad"));
    folder.forgetRefused();

    assertThat(HandOver.make(folder, reader())).isInstanceOf(HandOver.Live.class);
    assertThat(folder.refused()).isEmpty();
  }

  @Test
  void withoutACopyTheRefusedFilesAreHandedOverWithThatWord() throws IOException {
    var bad = write("bad");
    folder.remember(bad);

    assertThat(HandOver.make(folder, reader()))
        .isEqualTo(new HandOver.NothingBetter(folder.current(), bad));
    assertThat(served()).isEqualTo("main bad, rules bad");
  }

  @ParameterizedTest
  @ValueSource(strings = {"changed", "removed", "added", "no manifest"})
  void aDamagedCopyIsPassedOverForTheOneBefore(String damage) throws IOException {
    store(write("older"));
    store(write("newer"));
    damage(damage, new Generation(kept.resolve("good-000002")));
    folder.remember(write("bad"));

    assertThat(HandOver.make(folder, reader())).isInstanceOf(HandOver.LastGood.class);
    assertThat(served()).isEqualTo("main older, rules older");
  }

  @Test
  void aMemoryThatCannotBeReadIsNone() throws IOException {
    store(write("good"));
    Files.write(kept.resolve("refused"), new byte[] {(byte) 0xff, 0, (byte) 0xc3});

    assertThat(HandOver.make(folder, reader())).isInstanceOf(HandOver.Live.class);
  }

  @Test
  void aFolderThatCannotBeWrittenFailsWithItsName() throws IOException {
    write("one");
    Files.writeString(kept, "no folder");

    assertThat(HandOver.make(folder, reader()))
        .isInstanceOfSatisfying(
            HandOver.Failed.class, failed -> assertThat(failed.reason()).contains(kept.toString()));
  }

  @Test
  void theCopyThatIsHandedOverIsNeverRemoved() throws IOException {
    store(write("first"));
    folder.pointToGood();
    for (int i = 2; i <= 4; i++) {
      store(write("version " + i));
    }

    assertThat(served()).isEqualTo("main first, rules first");
  }

  @Test
  void keepsTheLastTwoCopies() throws IOException {
    for (int i = 1; i <= 4; i++) {
      store(write("version " + i));
    }

    assertThat(names()).containsExactlyInAnyOrder("good-000003", "good-000004");
    assertThat(folder.newest()).isEqualTo(Optional.of(read()));
  }

  @Test
  void filesThatAreNoLongerWhatWasProvenAreNotKept() throws IOException {
    var proven = write("proven");
    write("changed meanwhile");

    assertThat(store(proven)).isEqualTo(new Copying.Result.Changed());
    assertThat(folder.newest()).isEmpty();
  }

  @Test
  void filesThatAreTooLargeAreNotKept() throws IOException {
    assertThat(store(write("x".repeat(600)))).isEqualTo(new Copying.Result.TooLarge());
    assertThat(folder.newest()).isEmpty();
  }

  @Test
  void whatAnEarlierRunLeftUnfinishedIsInNobodysWay() throws IOException {
    Files.createDirectories(kept.resolve("unfinished/files/etc"));
    Files.writeString(kept.resolve("unfinished/files/etc/half"), "half");

    assertThat(store(write("good"))).isEqualTo(new Copying.Result.Stored());
    assertThat(names()).containsExactly("good-000001");
  }

  @Test
  void onlyTheOwnerMayReadWhatIsKept() throws IOException {
    store(write("secret"));
    folder.remember(new Fingerprint("f"));

    try (Stream<Path> all = Files.walk(kept)) {
      assertThat(all)
          .hasSizeGreaterThan(6)
          .allSatisfy(path -> assertThat(permissions(path)).isEqualTo(expected(path)));
    }
  }

  private static Set<PosixFilePermission> permissions(Path path) throws IOException {
    return Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static Set<PosixFilePermission> expected(Path path) {
    return PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwx------" : "rw-------");
  }

  private void damage(String how, Generation generation) throws IOException {
    Path copy = generation.copy(main.toString());
    switch (how) {
      case "changed" -> Files.writeString(copy, "main never");
      case "removed" -> Files.delete(copy);
      case "added" -> Files.writeString(copy.resolveSibling("rules/more.yml"), "more");
      default -> Files.delete(generation.manifest());
    }
  }

  private Stream<String> names() throws IOException {
    try (Stream<Path> entries = Files.list(kept)) {
      return entries.map(path -> path.getFileName().toString()).toList().stream();
    }
  }
}
