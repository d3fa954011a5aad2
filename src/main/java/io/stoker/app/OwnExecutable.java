package io.stoker.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The file of the native executable that runs. */
final class OwnExecutable {
  private static final Logger LOG = Logger.getLogger(OwnExecutable.class);

  private OwnExecutable() {}

  /** What {@link ColdPages} needs; on a JVM there is nothing to give back. */
  static Runnable release() {
    boolean isNative = "runtime".equals(System.getProperty("org.graalvm.nativeimage.imagecode"));
    return isNative ? OwnExecutable::releasePages : () -> {};
  }

  private static void releasePages() {
    try (Stream<String> smaps = Files.lines(Path.of("/proc/self/smaps"))) {
      String file = Files.readSymbolicLink(Path.of("/proc/self/exe")).toString();
      MappedFile.unwritten(smaps, file).forEach(OwnExecutable::releasePages);
    } catch (IOException | UncheckedIOException e) {
      LOG.debugv("the pages of the executable stay in memory: {0}", e.getMessage());
    }
  }

  private static void releasePages(MappedFile.Range range) {
    if (!MemoryAdvice.notNeeded(range)) {
      LOG.debug("the kernel keeps pages of the executable in memory");
    }
  }
}
