package io.stoker.app;

import com.oracle.svm.core.heap.VMOperationInfos;
import com.oracle.svm.core.thread.JavaVMOperation;
import com.oracle.svm.core.thread.VMOperation;
import io.stoker.app.MappedFile.Range;
import java.util.List;
import org.graalvm.nativeimage.StackValue;
import org.graalvm.word.Pointer;
import org.graalvm.word.WordFactory;

/**
 * Takes those pages of a file out of a native executable's memory that were never written; they
 * come back from the file when they are touched. All threads of Java stand still meanwhile, since a
 * page that is written between the look at it and its release would lose what was written.
 */
final class PageRelease extends JavaVMOperation {
  private static final int AT_ONCE = 512;

  /** Bits of an entry of {@code /proc/PID/pagemap}: Linux, Documentation/admin-guide/mm/pagemap. */
  private static final long IN_MEMORY = 1L << 63;

  private static final long OF_FILE = 1L << 61;

  private final Range[] ranges;
  private final int pagemap;
  private final int pageSize = LibC.getpagesize();
  private long released;

  /**
   * @param ranges where the file lies
   * @param pagemap a descriptor of {@code /proc/self/pagemap}
   */
  PageRelease(List<Range> ranges, int pagemap) {
    super(
        VMOperationInfos.get(
            PageRelease.class, "Release of pages", VMOperation.SystemEffect.SAFEPOINT));
    this.ranges = ranges.toArray(Range[]::new);
    this.pagemap = pagemap;
  }

  /** How many pages the kernel took back. */
  long released() {
    return released;
  }

  /** Makes no objects, for which there might be no room without a collection. */
  @Override
  protected void operate() {
    for (Range range : ranges) {
      long end = range.to() / pageSize;
      for (long page = range.from() / pageSize; page < end; page += AT_ONCE) {
        releaseClean(page, Math.min(AT_ONCE, end - page));
      }
    }
  }

  private void releaseClean(long first, long count) {
    Pointer entries = StackValue.get(AT_ONCE * Long.BYTES);
    long bytes =
        LibC.pread(pagemap, entries, WordFactory.unsigned(count * Long.BYTES), first * Long.BYTES);
    long known = bytes / Long.BYTES;
    long clean = 0;
    for (int i = 0; i < known; i++) {
      if (isClean(entries.readLong(i * Long.BYTES))) {
        clean++;
      } else {
        release(first + i - clean, clean);
        clean = 0;
      }
    }
    release(first + known - clean, clean);
  }

  private static boolean isClean(long entry) {
    return (entry & IN_MEMORY) != 0 && (entry & OF_FILE) != 0;
  }

  private void release(long page, long count) {
    if (count > 0) {
      Pointer from = WordFactory.pointer(page * pageSize);
      int failed = LibC.madvise(from, WordFactory.unsigned(count * pageSize), LibC.DONT_NEED);
      released += failed == 0 ? count : 0;
    }
  }
}
