package io.stoker.app;

import io.stoker.app.MappedFile.Range;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.graalvm.nativeimage.c.type.CTypeConversion;
import org.graalvm.word.WordFactory;
import org.jboss.logging.Logger;

/** The file of the native executable that runs. */
final class OwnExecutable implements ColdPages.Memory {
  private static final Logger LOG = Logger.getLogger(OwnExecutable.class);

  /** After those in all come those that are in memory: Linux, proc_pid_statm(5). */
  private static final int IN_MEMORY = 1;

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

  @Override
  public long pages() {
    try {
      String statm = Files.readString(Path.of("/proc/self/statm"));
      return Long.parseLong(statm.split(" ", -1)[IN_MEMORY]);
    } catch (IOException e) {
      return 0;
    }
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

  /** The JVM has no class of GraalVM's that could be asked. */
  private static boolean isNative() {
    return "runtime".equals(System.getProperty("org.graalvm.nativeimage.imagecode"));
  }

  private static long release(List<Range> ranges) throws IOException {
    int pagemap;
    try (var path = CTypeConversion.toCString("/proc/self/pagemap")) {
      pagemap = LibC.open(path.get(), LibC.READ_ONLY);
    }
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
