package io.stoker.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stoker.testbed.FileTree;
import io.stoker.testbed.KubeletVolume;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryWatchTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @TempDir Path folder;
  private final AtomicInteger hints = new AtomicInteger();
  private final ConcurrentLinkedQueue<String> lost = new ConcurrentLinkedQueue<>();
  private DirectoryWatch watch;

  @BeforeEach
  void start() throws IOException {
    watch = new DirectoryWatch(hints::incrementAndGet, lost::add);
    Thread.ofVirtual().start(watch);
  }

  @AfterEach
  void stop() throws IOException {
    watch.close();
  }

  @Test
  void tellsOfANewFolderOnceSinceItMayHaveChangedBefore() {
    assertThat(watch.follow(List.of(folder))).isTrue();
    assertThat(watch.follow(List.of(folder))).isFalse();

    assertThat(watch.watches()).isEqualTo(1);
    assertThat(hints).as("nothing has changed").hasValue(0);
  }

  @Test
  void whatHappensToFilesIsAHint() throws IOException {
    watch.follow(List.of(folder));

    hintsFor(() -> Files.writeString(folder.resolve("a"), "1"));
    hintsFor(() -> Files.writeString(folder.resolve("a"), "2"));
    hintsFor(() -> Files.move(folder.resolve("a"), folder.resolve("b")));
    hintsFor(() -> Files.delete(folder.resolve("b")));
    assertThat(watch.events()).isGreaterThanOrEqualTo(4);
  }

  @Test
  void aSwapOfAVolumeIsAHint() throws IOException {
    var volume = KubeletVolume.create(folder, Map.of("a", "1"));
    watch.follow(List.of(folder));

    hintsFor(volume::rewrite);
  }

  @Test
  void whatTheKubeletPreparesBesideItsLinkIsNoHint() throws IOException {
    watch.follow(List.of(folder));
    Files.createDirectory(folder.resolve("..2026_11_23_03_00_00.1"));
    await().atMost(PATIENCE).until(() -> watch.events() == 1);

    hintsFor(() -> Files.createDirectory(folder.resolve("a")));

    assertThat(hints).hasValue(1);
  }

  @Test
  void aFolderThatGoesIsAHint() throws IOException {
    var rules = Files.createDirectory(folder.resolve("rules"));
    watch.follow(List.of(rules));

    hintsFor(() -> Files.delete(rules));
  }

  @Test
  void aFolderMadeAgainIsFollowedAgain() throws IOException {
    var rules = Files.createDirectory(folder.resolve("rules"));
    watch.follow(List.of(rules));
    hintsFor(() -> FileTree.delete(rules));
    watch.follow(List.of());
    assertThat(watch.watches()).isZero();

    Files.createDirectory(rules);
    watch.follow(List.of(rules));

    hintsFor(() -> Files.writeString(rules.resolve("a"), "1"));
  }

  @Test
  void foldersNoLongerNamedAreLetGo() throws IOException {
    var other = Files.createDirectory(folder.resolve("other"));
    watch.follow(List.of(folder, other));

    watch.follow(List.of(other));

    assertThat(watch.watches()).isEqualTo(1);
  }

  @Test
  void whatCannotBeWatchedIsCountedAndTold() {
    watch.follow(List.of(folder.resolve("absent")));

    assertThat(watch.errors()).isEqualTo(1);
    assertThat(watch.watches()).isZero();
    assertThat(lost).containsExactly(folder.resolve("absent") + ": does not exist");
    assertThat(hints).hasValue(0);
  }

  @Test
  void closedItNeitherWatchesNorFails() throws IOException {
    watch.close();

    watch.follow(List.of(folder));

    assertThat(watch.watches()).isZero();
  }

  @Test
  void aHintingSourceFollowsFoldersAsTheyCome() throws IOException {
    var files =
        new DirectorySource(
            List.of(WatchedRoot.directory(folder)), InstantSource.system(), Duration.ZERO);
    var source = new HintingSource(files, watch);
    assertThat(source.snapshot().folders()).hasSize(1);
    Files.createDirectory(folder.resolve("new"));

    source.snapshot();

    hintsFor(() -> Files.writeString(folder.resolve("new/a"), "1"));
  }

  @Test
  void aHintingSourceSeesWhatChangedBeforeTheWatchBegan() throws IOException {
    var files =
        new DirectorySource(
            List.of(WatchedRoot.directory(folder)), InstantSource.system(), Duration.ZERO);
    var slow = new WritingSource(files, folder.resolve("late"));

    var snapshot = new HintingSource(slow, watch).snapshot();

    assertThat(snapshot.files()).extracting(WatchedFile::name).containsExactly(slow.file());
  }

  /** A file is written right after the first look. */
  private record WritingSource(Source source, Path late) implements Source {
    @Override
    public Snapshot snapshot() {
      var snapshot = source.snapshot();
      try {
        Files.writeString(late, "1");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return snapshot;
    }

    @Override
    public InputStream open(WatchedFile file) throws IOException {
      return source.open(file);
    }

    String file() {
      return late.toString();
    }
  }

  private void hintsFor(Action action) throws IOException {
    int before = hints.get();
    action.run();
    await().atMost(PATIENCE).until(() -> hints.get() > before);
  }

  @FunctionalInterface
  private interface Action {
    void run() throws IOException;
  }
}
