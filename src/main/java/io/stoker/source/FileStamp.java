package io.stoker.source;

import java.time.Instant;

/**
 * What the file system says about a file; equal stamps mean unread content has not changed (but see
 * {@link #settledBefore}).
 *
 * @param size in bytes
 * @param changed the inode's change time, nanoseconds since the epoch: unlike the time of
 *     modification no program can set it
 * @param inode tells a file from its replacement by rename
 */
public record FileStamp(long size, long changed, long inode) {

  private static final long SECOND = 1_000_000_000L;

  /**
   * The kernel stamps files with the time of its last tick (10 ms apart at most, taken fourfold): a
   * write this soon after another may leave the stamp as it was.
   */
  private static final long TICK = 40_000_000L;

  /** Whether a later write must show in the stamp, so that equal stamps can be trusted. */
  public boolean settledBefore(Instant read) {
    return changed + grain() < nanos(read);
  }

  /** A file system that keeps whole seconds is told by its stamps. */
  private long grain() {
    return changed % SECOND == 0 ? SECOND : TICK;
  }

  private static long nanos(Instant instant) {
    return instant.getEpochSecond() * SECOND + instant.getNano();
  }
}
