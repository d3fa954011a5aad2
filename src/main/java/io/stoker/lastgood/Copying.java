package io.stoker.lastgood;

import io.stoker.fingerprint.Fingerprint;
import io.stoker.source.Snapshot;
import io.stoker.source.Source;
import io.stoker.source.WatchedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Copies the files of a source, file by file, each in pieces. */
final class Copying {
  /** Far more than any configuration, and little for a disk. */
  static final long MOST_BYTES = 64L * 1024 * 1024;

  private final Source source;
  private final LastGoodFolder folder;
  private final long mostBytes;

  private long bytes;

  /** What came of it. */
  sealed interface Result {
    /** The copy is the newest. */
    record Stored() implements Result {}

    /** The files are no longer what was proven; what they are now will be proven, too. */
    record Changed() implements Result {}

    /** They are too large to be kept. */
    record TooLarge() implements Result {}
  }

  Copying(Source source, LastGoodFolder folder, long mostBytes) {
    this.source = source;
    this.folder = folder;
    this.mostBytes = mostBytes;
  }

  /**
   * Stores the files if they still are what was proven.
   *
   * @throws IOException when it cannot write, or a file cannot be read
   */
  Result store(Fingerprint proven) throws IOException {
    Snapshot snapshot = source.snapshot();
    long size = snapshot.files().stream().mapToLong(file -> file.stamp().size()).sum();
    if (size > mostBytes) {
      return new Result.TooLarge();
    }
    Generation copy = folder.begin();
    var digests = new TreeMap<String, String>();
    for (WatchedFile file : snapshot.files()) {
      digests.put(file.name(), copy(file, copy.copy(file.name())));
      if (bytes > mostBytes) {
        return new Result.TooLarge();
      }
    }
    return finish(copy, digests, proven);
  }

  private Result finish(Generation copy, SortedMap<String, String> digests, Fingerprint proven)
      throws IOException {
    var manifest = new Manifest(digests);
    if (!manifest.fingerprint().equals(proven)) {
      return new Result.Changed();
    }
    DurableFiles.create(copy.manifest(), manifest::writeTo);
    for (Path folder : folders(copy.folder())) {
      DurableFiles.sync(folder);
    }
    folder.publish(copy);
    return new Result.Stored();
  }

  /** Returns the digest of what was written. */
  private String copy(WatchedFile file, Path copy) throws IOException {
    DurableFiles.folder(copy.getParent());
    MessageDigest sha256 = Generation.sha256();
    try (InputStream content = source.open(file)) {
      DurableFiles.create(
          copy, stream -> transfer(content, new DigestOutputStream(stream, sha256)));
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  /** A file may grow while it is read, without an end. */
  private void transfer(InputStream content, OutputStream copy) throws IOException {
    byte[] buffer = new byte[16 * 1024];
    for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
      copy.write(buffer, 0, count);
      bytes += count;
      if (bytes > mostBytes) {
        return;
      }
    }
  }

  private static List<Path> folders(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isDirectory).toList();
    }
  }
}
