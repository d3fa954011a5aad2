package io.stoker.simulation;

import io.stoker.source.FileStamp;
import io.stoker.source.Snapshot;
import io.stoker.source.SourceProblem;
import io.stoker.source.WatchedFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All files as one change left them. */
record Version(SortedMap<String, Text> files) {
  private static final String MAIN = "/etc/prometheus/prometheus.yml";
  private static final String RULES = "/etc/prometheus/rules.yml";
  private static final String FAULT = " with a fault";

  /**
   * One file.
   *
   * @param writing another one for each writing, even of the same text
   */
  record Text(String text, long writing, Instant at) {
    private FileStamp stamp() {
      long nanos = at.getEpochSecond() * 1_000_000_000L + at.getNano();
      return new FileStamp(bytes().length, nanos, writing);
    }

    byte[] bytes() {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Two files, as a volume swap leaves them. */
  static Version of(long number, boolean good, long writing, Instant at) {
    var files = new TreeMap<String, Text>();
    files.put(MAIN, new Text("main " + number + (good ? "" : FAULT), writing, at));
    files.put(RULES, new Text("rules " + number, writing, at));
    return new Version(files);
  }

  /** The same contents in a new folder. */
  Version again(long writing, Instant at) {
    var files = new TreeMap<String, Text>();
    this.files.forEach((name, text) -> files.put(name, new Text(text.text(), writing, at)));
    return new Version(files);
  }

  /** The rules alone edited in place. */
  Version edited(long number, long writing, Instant at) {
    var files = new TreeMap<>(this.files);
    files.put(RULES, new Text("rules " + number, writing, at));
    return new Version(files);
  }

  Version withoutMain() {
    var files = new TreeMap<>(this.files);
    files.remove(MAIN);
    return new Version(files);
  }

  boolean present() {
    return files.containsKey(MAIN);
  }

  boolean good() {
    return present() && files.values().stream().noneMatch(file -> file.text().endsWith(FAULT));
  }

  /** Equal for versions with equal contents. */
  String contents() {
    return files.entrySet().stream()
        .map(
            file ->
                file.getKey().substring(MAIN.lastIndexOf('/') + 1) + "=" + file.getValue().text())
        .collect(Collectors.joining(", "));
  }

  Snapshot snapshot() {
    List<WatchedFile> watched =
        files.entrySet().stream()
            .map(file -> new WatchedFile(file.getKey(), file.getValue().stamp()))
            .toList();
    List<SourceProblem> problems =
        present() ? List.of() : List.of(new SourceProblem(MAIN, "does not exist", true));
    return new Snapshot(watched, List.of(), problems);
  }
}
