package io.stoker.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;

/**
 * A folder as the kubelet mounts it, if it is one: it moves the {@code ..data} link to change all
 * files at once, then adds and removes the links of keys, and last removes the version before.
 */
public final class MountedVolume {
  /** What the kubelet moves to change all files of a volume at once. */
  static final String DATA_LINK = "..data";

  private final Path folder;
  private final InstantSource clock;

  private Optional<FileStamp> listedStamp = Optional.empty();
  private Instant listedAt = Instant.MIN;
  private int keys;

  /**
   * Equal versions have equal files.
   *
   * @param data where the link leads
   * @param keys stands for the names of the keys, of which there may be thousands
   */
  record Version(Path data, int keys) {}

  MountedVolume(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** Whether the kubelet has mounted a volume of its own making here. */
  public static boolean isAt(Path folder) {
    return Files.isSymbolicLink(folder.resolve(DATA_LINK));
  }

  /** What is mounted now; nothing when this is no volume of the kubelet's. */
  Optional<Version> version() {
    try {
      Path data = Files.readSymbolicLink(folder.resolve(DATA_LINK));
      return Optional.of(new Version(data, keys(FileFacts.of(folder).stamp())));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private int keys(FileStamp stamp) throws IOException {
    boolean listed = listedStamp.filter(stamp::equals).isPresent() && stamp.settledBefore(listedAt);
    if (!listed) {
      listedAt = clock.instant();
      keys = list();
      listedStamp = Optional.of(stamp);
    }
    return keys;
  }

  /** The hash of the set of names. */
  private int list() throws IOException {
    String[] names = folder.toFile().list((parent, name) -> FileTreeLister.isShown(name));
    if (names == null) {
      throw new NotDirectoryException(folder.toString());
    }
    return Arrays.stream(names).mapToInt(String::hashCode).sum();
  }
}
