package io.stoker.bench;

import io.stoker.testbed.KubeletVolume;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** A folder of many rule files, one of which changes again and again. */
final class RuleFiles {
  private static final String CHANGING = name(0);

  private final Path folder;
  private final BiConsumer<String, String> writer;
  private int version;

  private RuleFiles(Path folder, BiConsumer<String, String> writer) {
    this.folder = folder;
    this.writer = writer;
  }

  /** Whenever one file changes, the kubelet writes them all anew. */
  static RuleFiles inVolume(Path folder, int count) {
    return new RuleFiles(folder, KubeletVolume.create(folder, files(count))::put);
  }

  /** The changing file is edited in place. */
  static RuleFiles inPlainFolder(Path folder, int count) {
    var files = new RuleFiles(folder, (name, text) -> write(folder.resolve(name), text));
    files(count).forEach(files.writer);
    return files;
  }

  Path folder() {
    return folder;
  }

  void change() {
    version++;
    writer.accept(CHANGING, text(0, version));
  }

  private static Map<String, String> files(int count) {
    var files = new TreeMap<String, String>();
    for (int i = 0; i < count; i++) {
      files.put(name(i), text(i, 0));
    }
    return files;
  }

  private static String name(int number) {
    return "rules-%04d.yml".formatted(number);
  }

  /** About as long as a small team's file of alerts. */
  private static String text(int number, int version) {
    var text = new StringBuilder("groups:\n  - name: group-%04d\n    rules:\n".formatted(number));
    for (var severity : new String[] {"info", "warning", "critical"}) {
      text.append(
          """
                - alert: Service%04d_%s
                  expr: sum by (job) (rate(http_requests_total{code=~"5..",service="%04d"}[5m])) > 0.%d
                  for: 10m
                  labels: {severity: %s, version: "%06d"}
                  annotations:
                    summary: "Too many requests to service %04d have failed in the last five minutes"
          """
              .formatted(number, severity, number, severity.length(), severity, version, number));
    }
    return text.toString();
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
