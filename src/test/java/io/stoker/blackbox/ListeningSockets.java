package io.stoker.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which TCP ports a process has open, as Linux tells it in /proc. */
final class ListeningSockets {
  private static final int STATE = 3;
  private static final int INODE = 9;
  private static final String LISTENING = "0A";

  private ListeningSockets() {}

  static long of(long pid) throws IOException {
    var own = socketInodes(pid);
    long count = 0;
    for (var table : List.of("tcp", "tcp6")) {
      count +=
          Files.readAllLines(Path.of("/proc", Long.toString(pid), "net", table)).stream()
              .map(line -> line.strip().split("\\s+"))
              .filter(columns -> columns[STATE].equals(LISTENING))
              .filter(columns -> own.contains(columns[INODE]))
              .count();
    }
    return count;
  }

  private static Set<String> socketInodes(long pid) throws IOException {
    var inodes = new HashSet<String>();
    try (var descriptors = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
      for (var descriptor : descriptors) {
        var link = Files.readSymbolicLink(descriptor).toString();
        if (link.startsWith("socket:[")) {
          inodes.add(link.substring("socket:[".length(), link.length() - 1));
        }
      }
    }
    return inodes;
  }
}
