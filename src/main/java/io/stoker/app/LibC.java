package io.stoker.app;

import org.graalvm.nativeimage.c.function.CFunction;
import org.graalvm.nativeimage.c.function.CFunction.Transition;
import org.graalvm.nativeimage.c.type.CCharPointer;
import org.graalvm.word.Pointer;
import org.graalvm.word.UnsignedWord;

/**
 * What a native executable asks the kernel without help of the JDK. None of it blocks, so threads
 * that call it need not tell the collector.
 */
final class LibC {
  /** {@code O_RDONLY | O_CLOEXEC} of Linux. */
  static final int READ_ONLY = 0x80000;

  /** {@code MADV_DONTNEED} of Linux. */
  static final int DONT_NEED = 4;

  /** {@code M_ARENA_MAX} of glibc's malloc.h. */
  static final int ARENA_MAX = -8;

  private LibC() {}

  @CFunction(transition = Transition.NO_TRANSITION)
  static native int getpagesize();

  /** A descriptor, or −1. */
  @CFunction(transition = Transition.NO_TRANSITION)
  static native int open(CCharPointer path, int flags);

  @CFunction(transition = Transition.NO_TRANSITION)
  static native int close(int descriptor);

  /** Bytes read, or −1. */
  @CFunction(transition = Transition.NO_TRANSITION)
  static native long pread(int descriptor, Pointer into, UnsignedWord length, long offset);

  /** 1, or 0 if it did not work. */
  @CFunction(transition = Transition.NO_TRANSITION)
  static native int mallopt(int parameter, int value);

  /** Gives back what was freed, but for so many bytes; 1 if there was any. */
  @CFunction(value = "malloc_trim", transition = Transition.NO_TRANSITION)
  static native int mallocTrim(UnsignedWord keep);

  /** 0, or −1. */
  @CFunction(transition = Transition.NO_TRANSITION)
  static native int madvise(Pointer from, UnsignedWord length, int advice);
}
