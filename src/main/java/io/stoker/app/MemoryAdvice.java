package io.stoker.app;

import org.graalvm.nativeimage.c.function.CFunction;
import org.graalvm.word.Pointer;
import org.graalvm.word.UnsignedWord;
import org.graalvm.word.WordFactory;

/** What a native executable tells the kernel about its memory; not to be touched on a JVM. */
final class MemoryAdvice {
  /** {@code MADV_DONTNEED} of Linux. */
  private static final int DONT_NEED = 4;

  private MemoryAdvice() {}

  /**
   * Takes pages out of the process; they come back from their file when they are touched.
   *
   * @return whether the kernel has done so
   */
  static boolean notNeeded(MappedFile.Range range) {
    Pointer from = WordFactory.pointer(range.from());
    UnsignedWord length = WordFactory.unsigned(range.to() - range.from());
    return madvise(from, length, DONT_NEED) == 0;
  }

  @CFunction
  private static native int madvise(Pointer address, UnsignedWord length, int advice);
}
