package io.stoker.lastgood;

import io.stoker.fingerprint.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One copy of a configuration: a manifest, and the files below {@code files} under their whole
 * paths, so that relative names in them lead to copies, too.
 */
record Generation(Path folder) {
  private static final String MANIFEST = "manifest";
  private static final String FILES = "files";

  /** What it is in the folder of all. */
  Path link() {
    return folder.getFileName().resolve(FILES);
  }

  Path manifest() {
    return folder.resolve(MANIFEST);
  }

  /** Where a file's copy lies. */
  Path copy(String name) {
    return folder.resolve(FILES).resolve(Path.of("/").relativize(Path.of(name)));
  }

  Path files() {
    return folder.resolve(FILES);
  }

  /** What the manifest names, whether or not the files are so; nothing where it cannot be read. */
  Optional<Fingerprint> fingerprint() {
    try {
      return Optional.of(Manifest.read(manifest()).fingerprint());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether every file is what the manifest says, and none is there besides. */
  boolean isWhole() {
    try (Stream<Path> there = Files.walk(files())) {
      Manifest manifest = Manifest.read(manifest());
      for (var file : manifest.digests().entrySet()) {
        if (!digest(copy(file.getKey())).equals(file.getValue())) {
          return false;
        }
      }
      return there.filter(path -> !Files.isDirectory(path)).count() == manifest.digests().size();
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  private static String digest(Path file) throws IOException {
    MessageDigest sha256 = sha256();
    try (InputStream content = new DigestInputStream(Files.newInputStream(file), sha256)) {
      content.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
