package io.stoker.app;

import io.stoker.source.DirectoryWatch;
import io.stoker.source.HintingSource;
import io.stoker.source.Source;
import java.io.IOException;
import org.jboss.logging.Logger;

/** Watched files of whose changes the kernel tells. */
final class HintedFiles {
  private static final Logger LOG = Logger.getLogger("stoker");

  private HintedFiles() {}

  /** Without inotify the scheduled hash has to do. */
  static Source source(Source files, Reporting reporting, Runnable hint) {
    try {
      var watch = new DirectoryWatch(hint, HintedFiles::lost);
      reporting.watch(watch);
      Thread.ofVirtual().name("watch").start(watch);
      return new HintingSource(files, watch);
    } catch (IOException e) {
      lost(e.getMessage());
      return files;
    }
  }

  private static void lost(String cause) {
    LOG.warnv("no change notices, files are only looked at every --watch-interval: {0}", cause);
  }
}
