package io.stoker.source;

import java.io.IOException;
import java.nio.file.AccessMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/**
 * What the file system says about a file; equal stamps mean unread content has not changed (but see
 * {@link #settledBefore}).
 *
 * @param size in bytes
 * @param modified nanoseconds since the epoch
 * @param changed the inode's change time, nanoseconds since the epoch: unlike {@code modified} no
 *     program can set it
 * @param inode tells a file from its replacement by rename
 */
public record FileStamp(long size, long modified, long changed, long inode) {

  /**
   * The kernel stamps files with a coarse clock: a write this soon after another may leave the
   * stamp as it was.
   */
  private static final long CLOCK_GRAIN_NANOS = 1_000_000_000L;

  /**
   * @throws IOException when the file does not exist or cannot be read by this process
   */
  static FileStamp ofReadable(Path file) throws IOException {
    file.getFileSystem().provider().checkAccess(file, AccessMode.READ);
    var attributes = Files.readAttributes(file, "unix:size,lastModifiedTime,ctime,ino");
    return new FileStamp(
        (Long) attributes.get("size"),
        nanos(attributes.get("lastModifiedTime")),
        nanos(attributes.get("ctime")),
        (Long) attributes.get("ino"));
  }

  /** Whether a later write must show in the stamp, so that equal stamps can be trusted. */
  public boolean settledBefore(Instant read) {
    return changed + CLOCK_GRAIN_NANOS < nanos(read);
  }

  private static long nanos(Object fileTime) {
    return nanos(((FileTime) fileTime).toInstant());
  }

  private static long nanos(Instant instant) {
    return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
  }
}
