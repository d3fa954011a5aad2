package io.stoker.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A control group (version 1) with the limits that the operator's documentation gives a reloader: a
 * hundredth of a processor and 50 MiB.
 */
record TightBox(List<Path> groups) implements AutoCloseable {
  private static final Path ROOT = Path.of("/sys/fs/cgroup");
  private static final Map<String, Map<String, String>> LIMITS =
      Map.of(
          "cpu", Map.of("cpu.cfs_period_us", "100000", "cpu.cfs_quota_us", "1000"),
          "memory", Map.of("memory.limit_in_bytes", "50M"));

  /** Whether this machine lets one be made. */
  static boolean possible() {
    return LIMITS.keySet().stream().allMatch(group -> Files.isWritable(ROOT.resolve(group)));
  }

  static TightBox make(String name) {
    return new TightBox(
        LIMITS.entrySet().stream()
            .map(limits -> group(ROOT.resolve(limits.getKey(), name), limits.getValue()))
            .toList());
  }

  /** What puts a command, given after it, into the box. */
  List<String> launcher() {
    var join = groups.stream().map(group -> "echo $$ > " + group.resolve("cgroup.procs")).toList();
    return List.of("sh", "-c", String.join(" && ", join) + " && exec \"$@\"", "sh");
  }

  private static Path group(Path folder, Map<String, String> limits) {
    try {
      Files.createDirectories(folder);
      for (var limit : limits.entrySet()) {
        Files.writeString(folder.resolve(limit.getKey()), limit.getValue());
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Only when no process is left in it. */
  @Override
  public void close() {
    groups.forEach(
        group ->
            Moments.await(
                group + " is removed", () -> group.toFile().delete() || !Files.exists(group)));
  }
}
