package io.stoker.served;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder of the configuration as Prometheus sees it, to which it joins relative paths (config
 * v2.53 and v3.5, {@code JoinDir}).
 *
 * @param path absent if it is not known; then only the ends of paths are compared
 */
public record ConfigFolder(Optional<String> path) {

  /** The folder of the file that {@code --config.file} names. */
  public static ConfigFolder of(String configFile) {
    int end = configFile.lastIndexOf('/');
    return new ConfigFolder(
        configFile.isEmpty()
            ? Optional.empty()
            : Optional.of(end < 0 ? "." : configFile.substring(0, Math.max(1, end))));
  }

  /** Whether a path may be served so. */
  boolean mayServe(String written, String served) {
    if (written.equals(served)) {
      return true;
    }
    try {
      Path mine = Path.of(written);
      return !mine.isAbsolute()
          && path.map(folder -> joined(folder, mine).equals(served))
              .orElseGet(() -> isEnd(mine.normalize(), served));
    } catch (InvalidPathException e) {
      return true;
    }
  }

  private static String joined(String folder, Path written) {
    String clean = Path.of(folder).resolve(written).normalize().toString();
    return clean.isEmpty() ? "." : clean;
  }

  private static boolean isEnd(Path written, String served) {
    Path rest = written;
    while (rest.startsWith("..") && rest.getNameCount() > 1) {
      rest = rest.subpath(1, rest.getNameCount());
    }
    return served.equals(rest.toString()) || served.endsWith("/" + rest);
  }
}
