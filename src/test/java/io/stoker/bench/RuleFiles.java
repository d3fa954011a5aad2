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

  /** As in a volume, with files of twice the length. */
  static RuleFiles longInVolume(Path folder, int count) {
    var files = files(count);
    files.replaceAll((name, text) -> text + text.replaceAll("(?m)^", "# "));
    return new RuleFiles(folder, KubeletVolume.create(folder, files)::put);
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

  /** One alert, so that Prometheus is soon done with loading them all. */
  private static String text(int number, int version) {
    return """
        groups:
          - name: group-%1$04d
            rules:
              - alert: Service%1$04dFails
                expr: sum by (job) (rate(http_requests_total{code=~"5..",service="%1$04d"}[5m])) > 1
                for: 10m
                labels: {severity: warning, version: "%2$06d"}
                annotations:
                  summary: "Too many requests to service %1$04d have failed in the last five minutes"
                  description: >
                    More than one request per second to service %1$04d, now {{ $value }}, was answered
                    with an error of the server for ten minutes. Look at the latest rollout first, then
                    at what the service depends on. Nothing restarts it by itself.
        """
        .formatted(number, version);
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
