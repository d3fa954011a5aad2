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

  /** 0, or −1. */
  @CFunction(transition = Transition.NO_TRANSITION)
  static native int madvise(Pointer from, UnsignedWord length, int advice);
}
