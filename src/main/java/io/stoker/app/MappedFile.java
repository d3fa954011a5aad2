package io.stoker.app;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where the pages of a file lie in a process, from the kernel's {@code /proc/PID/smaps}. */
final class MappedFile {
  private static final String WRITTEN = "Anonymous:";

  private MappedFile() {}

  /** Addresses from the first to before the last. */
  record Range(long from, long to) {}

  /**
   * The ranges which the process cannot write and has not written, so that each page of them can be
   * had from the file again.
   *
   * @param file its path as the kernel gives it
   */
  static List<Range> unwritten(Stream<String> smaps, String file) {
    var ranges = new ArrayList<Range>();
    var lines = smaps.iterator();
    String mapping = "";
    while (lines.hasNext()) {
      String line = lines.next();
      if (Character.isUpperCase(line.charAt(0))) {
        if (line.startsWith(WRITTEN) && line.endsWith(" 0 kB") && isReadOnly(mapping, file)) {
          ranges.add(range(mapping));
        }
      } else {
        mapping = line;
      }
    }
    return ranges;
  }

  private static boolean isReadOnly(String mapping, String file) {
    return mapping.endsWith(" " + file) && mapping.split(" ", 3)[1].charAt(1) == '-';
  }

  private static Range range(String mapping) {
    String[] ends = mapping.substring(0, mapping.indexOf(' ')).split("-", 2);
    return new Range(Long.parseUnsignedLong(ends[0], 16), Long.parseUnsignedLong(ends[1], 16));
  }
}
