package io.stoker.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A folder that changes exactly as a mounted ConfigMap does under the kubelet: the files of one
 * version lie in a timestamped folder, {@code ..data} links to it and is swapped by a rename, and
 * each key is a link through {@code ..data}.
 *
 * <p>A key may be a path such as {@code rules/node.yml}: the link is then made for its first part,
 * as the kubelet does for a volume with {@code items}.
 */
public final class KubeletVolume {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("'..'uuuu_MM_dd_HH_mm_ss.").withZone(ZoneOffset.UTC);
  private static final String DATA = "..data";

  private final Path folder;
  private final TreeMap<String, String> files = new TreeMap<>();

  private KubeletVolume(Path folder) {
    this.folder = folder;
  }

  public static KubeletVolume create(Path folder, Map<String, String> files) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var volume = new KubeletVolume(folder);
    volume.write(files);
    return volume;
  }

  public Path folder() {
    return folder;
  }

  /** The path by which a container opens this key. */
  public Path path(String key) {
    return folder.resolve(key);
  }

  public Map<String, String> files() {
    return Map.copyOf(files);
  }

  /** Changes or adds one key. Returns the moment of the swap. */
  public Instant put(String key, String content) {
    var changed = new TreeMap<>(files);
    changed.put(key, content);
    return write(changed);
  }

  public Instant remove(String key) {
    var changed = new TreeMap<>(files);
    changed.remove(key);
    return write(changed);
  }

  /** A new timestamped folder with the content as it is. */
  public Instant rewrite() {
    return write(files());
  }

  /** Makes these files the whole content. Returns the moment of the swap. */
  public Instant write(Map<String, String> content) {
    try {
      var before = currentVersion();
      var next = writeVersion(content);
      var swapped = swapTo(next);
      linkKeys(content.keySet());
      if (before != null) {
        FileTree.delete(before);
      }
      files.clear();
      files.putAll(content);
      return swapped;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path currentVersion() throws IOException {
    var data = folder.resolve(DATA);
    return Files.exists(data, LinkOption.NOFOLLOW_LINKS)
        ? folder.resolve(Files.readSymbolicLink(data))
        : null;
  }

  private Path writeVersion(Map<String, String> content) throws IOException {
    long unique = ThreadLocalRandom.current().nextLong(1_000_000_000L);
    var version = Files.createDirectory(folder.resolve(TIMESTAMP.format(Instant.now()) + unique));
    for (var file : content.entrySet()) {
      var path = version.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    Files.setPosixFilePermissions(version, PosixFilePermissions.fromString("rwxr-xr-x"));
    return version;
  }

  private Instant swapTo(Path version) throws IOException {
    var link = folder.resolve("..data_tmp");
    Files.createSymbolicLink(link, version.getFileName());
    Files.move(link, folder.resolve(DATA), StandardCopyOption.ATOMIC_MOVE);
    return Instant.now();
  }

  private void linkKeys(Set<String> keys) throws IOException {
    var wanted = new TreeSet<String>();
    keys.forEach(key -> wanted.add(Path.of(key).getName(0).toString()));
    var present = new TreeSet<String>();
    try (var entries = Files.newDirectoryStream(folder, path -> !path.endsWith(DATA))) {
      for (var entry : entries) {
        if (Files.isSymbolicLink(entry)) {
          present.add(entry.getFileName().toString());
        }
      }
    }
    for (var name : wanted) {
      if (!present.contains(name)) {
        Files.createSymbolicLink(folder.resolve(name), Path.of(DATA, name));
      }
    }
    present.removeAll(wanted);
    for (var name : present) {
      Files.delete(folder.resolve(name));
    }
  }
}
