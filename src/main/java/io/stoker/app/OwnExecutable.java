package io.stoker.app;

import io.stoker.app.MappedFile.Range;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.graalvm.nativeimage.StackValue;
import org.graalvm.nativeimage.c.type.CTypeConversion;
import org.graalvm.word.Pointer;
import org.graalvm.word.WordFactory;
import org.jboss.logging.Logger;

/** The file of the native executable that runs. */
final class OwnExecutable implements ColdPages.Memory {
  private static final Logger LOG = Logger.getLogger(OwnExecutable.class);

  /** Pages in all, then those that are in memory, and more: Linux, proc_pid_statm(5). */
  private static final int STATM_LENGTH = 256;

  private final int statm = open("/proc/self/statm");

  /** On a JVM there is nothing to give back. */
  static ColdPages.Memory memory() {
    return isNative() ? new OwnExecutable() : new Nothing();
  }

  /**
   * To be called before threads begin: glibc would give each of them a heap of its own for what is
   * not Java's, and threads that hardly ever meet there can share one.
   */
  static void shareOneArena() {
    if (isNative()) {
      LibC.mallopt(LibC.ARENA_MAX, 1);
    }
  }

  /** Asked at each tick, so without the file API's objects and pages. */
  @Override
  public long pages() {
    Pointer text = StackValue.get(STATM_LENGTH);
    long length = LibC.pread(statm, text, WordFactory.unsigned(STATM_LENGTH), 0);
    int place = 0;
    while (place < length && text.readByte(place) != ' ') {
      place++;
    }
    long pages = 0;
    for (place++; place < length && text.readByte(place) != ' '; place++) {
      pages = pages * 10 + text.readByte(place) - '0';
    }
    return pages;
  }

  /** Collects first, since that touches pages, too. */
  @Override
  public void release() {
    System.gc();
    try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
      String file = Files.readSymbolicLink(Path.of("/proc/self/exe")).toString();
      LOG.debugv("pages given back: {0}", release(MappedFile.ranges(maps, file)));
    } catch (IOException | UncheckedIOException e) {
      LOG.debugv("the pages of the executable stay in memory: {0}", e.getMessage());
    }
  }

  /** A descriptor, or −1. */
  private static int open(String file) {
    try (var path = CTypeConversion.toCString(file)) {
      return LibC.open(path.get(), LibC.READ_ONLY);
    }
  }

  /** The JVM has no class of GraalVM's that could be asked. */
  private static boolean isNative() {
    return "runtime".equals(System.getProperty("org.graalvm.nativeimage.imagecode"));
  }

  private static long release(List<Range> ranges) throws IOException {
    int pagemap = open("/proc/self/pagemap");
    if (pagemap < 0) {
      throw new IOException("/proc/self/pagemap cannot be read");
    }
    var release = new PageRelease(ranges, pagemap);
    release.enqueue();
    LibC.close(pagemap);
    LibC.mallocTrim(WordFactory.zero());
    return release.released();
  }

  private record Nothing() implements ColdPages.Memory {
    @Override
    public long pages() {
      return 0;
    }

    @Override
    public void release() {}
  }
}
