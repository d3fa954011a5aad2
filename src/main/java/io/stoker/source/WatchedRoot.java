package io.stoker.source;

import java.nio.file.Path;

/**
 * A path the user gave.
 *
 * @param path a file, or a folder with all below it
 * @param required whether the target cannot run without it
 */
public record WatchedRoot(Path path, boolean required) {
  /** The main file where the user names none: Prometheus' default (2.53 and 3.5). */
  public static final String USUAL_MAIN_FILE = "prometheus.yml";

  /** The main configuration file. */
  public static WatchedRoot configFile(Path path) {
    return new WatchedRoot(path.toAbsolutePath().normalize(), true);
  }

  /** A folder of further files, such as rules. */
  public static WatchedRoot directory(Path path) {
    return new WatchedRoot(path.toAbsolutePath().normalize(), false);
  }
}
