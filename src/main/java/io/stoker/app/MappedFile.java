package io.stoker.app;

import java.util.List;
import java.util.stream.Stream;

/** Where the pages of a file lie in a process, from the kernel's {@code /proc/PID/maps}. */
final class MappedFile {
  private MappedFile() {}

  /** Addresses from the first to before the last. */
  record Range(long from, long to) {}

  /**
   * The ranges of addresses behind which the file lies.
   *
   * @param file its path as the kernel gives it
   */
  static List<Range> ranges(Stream<String> maps, String file) {
    return maps.filter(line -> line.endsWith(" " + file)).map(MappedFile::range).toList();
  }

  private static Range range(String mapping) {
    String[] ends = mapping.substring(0, mapping.indexOf(' ')).split("-", 2);
    return new Range(Long.parseUnsignedLong(ends[0], 16), Long.parseUnsignedLong(ends[1], 16));
  }
}
