package io.stoker.lastgood;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.stoker.fingerprint.Fingerprint;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The folder of {@code --keep-last-good}: copies {@code good-000001}…, what is known to be {@code
 * refused}, and {@code current}, a link to be put before the path of the main file: it leads to the
 * live files or to the newest copy.
 */
public final class LastGoodFolder {
  private static final Path LIVE = Path.of("/");
  private static final String GOOD = "good-";
  private static final String UNFINISHED = "unfinished";
  private static final int KEPT = 2;

  private final Path folder;
  private final ReentrantLock oneWriter = new ReentrantLock();

  /** It is made when something is first written into it. */
  public LastGoodFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  Path path() {
    return folder;
  }

  /** What leads to the files that a target should start with. */
  Path current() {
    return folder.resolve("current");
  }

  /** Lets a target start with the live files. */
  void pointToLive() throws IOException {
    point(LIVE);
  }

  /**
   * Lets a target start with the newest copy that is whole.
   *
   * @return whether there is one
   */
  boolean pointToGood() throws IOException {
    oneWriter.lock();
    try {
      Optional<Generation> good = generations().stream().filter(Generation::isWhole).findFirst();
      if (good.isPresent()) {
        point(good.get().link());
      }
      return good.isPresent();
    } finally {
      oneWriter.unlock();
    }
  }

  /** What a target has refused and not been proven to run since. */
  Optional<Fingerprint> refused() throws IOException {
    Path file = refusedFile();
    return Files.exists(file)
        ? Optional.of(new Fingerprint(Files.readString(file, ISO_8859_1).strip()))
        : Optional.empty();
  }

  void remember(Fingerprint refused) throws IOException {
    DurableFiles.folder(folder);
    if (!refused().equals(Optional.of(refused))) {
      DurableFiles.replace(refusedFile(), refused.hex() + "\n");
    }
  }

  void forgetRefused() throws IOException {
    Files.deleteIfExists(refusedFile());
  }

  /** The content of the newest copy, if that is whole. */
  Optional<Fingerprint> newest() throws IOException {
    return generations().stream()
        .findFirst()
        .filter(Generation::isWhole)
        .flatMap(Generation::fingerprint);
  }

  /** An empty folder for a copy that is nobody's business before it is {@link #publish}ed. */
  Generation begin() throws IOException {
    var unfinished = new Generation(DurableFiles.folder(folder).resolve(UNFINISHED));
    DurableFiles.delete(unfinished.folder());
    DurableFiles.folder(unfinished.files());
    return unfinished;
  }

  /** Makes a copy the newest, and removes those that are older than the one before. */
  void publish(Generation finished) throws IOException {
    oneWriter.lock();
    try {
      List<Generation> before = generations();
      int number = before.isEmpty() ? 1 : number(before.getFirst()) + 1;
      String name = String.format(Locale.ROOT, "%s%06d", GOOD, number);
      DurableFiles.move(finished.folder(), folder.resolve(name));
      for (Generation old : before.stream().skip(KEPT - 1).toList()) {
        if (!isCurrent(old)) {
          DurableFiles.delete(old.folder());
        }
      }
    } finally {
      oneWriter.unlock();
    }
  }

  private void point(Path where) throws IOException {
    DurableFiles.folder(folder);
    if (!Files.isSymbolicLink(current()) || !Files.readSymbolicLink(current()).equals(where)) {
      DurableFiles.link(current(), where);
    }
  }

  private boolean isCurrent(Generation generation) {
    try {
      return Files.readSymbolicLink(current()).equals(generation.link());
    } catch (IOException e) {
      return false;
    }
  }

  private Path refusedFile() {
    return folder.resolve("refused");
  }

  /** Newest first. */
  private List<Generation> generations() throws IOException {
    var found = new ArrayList<Generation>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, GOOD + "[0-9]*")) {
        entries.forEach(entry -> found.add(new Generation(entry)));
      } catch (DirectoryIteratorException e) {
        throw e.getCause();
      }
    }
    found.sort(Comparator.comparingInt(LastGoodFolder::number).reversed());
    return found;
  }

  private static int number(Generation generation) {
    String digits = generation.folder().getFileName().toString().substring(GOOD.length());
    return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
  }
}
