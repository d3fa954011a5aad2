package io.stoker.diagnose;

import io.stoker.report.Diagnoses;
import io.stoker.report.Diagnosis;
import io.stoker.report.Diagnosis.Code;
import io.stoker.report.ReloadReport;
import io.stoker.report.Reporter;
import io.stoker.source.Snapshot;
import io.stoker.source.Source;
import io.stoker.source.WatchedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Files that are also looked at for what no configuration should be, as they are read anyway. What
 * is found is told at the end of a cycle: before, the files may be in the middle of a change.
 */
public final class DiagnosedFiles implements Source, Reporter {
  private static final String FIX =
      "write the whole file beside it and rename it into place, and see what wrote it";

  private final Source source;
  private final MainFiles main;
  private final boolean judgesSizes;
  private final Diagnoses diagnoses;
  private final Map<String, Ending.Seen> endings = new ConcurrentHashMap<>();

  /** Main files that once ended with a newline. */
  private final Map<String, Boolean> ended = new ConcurrentHashMap<>();

  private volatile Snapshot last = new Snapshot(List.of(), List.of(), List.of());
  private volatile List<Diagnosis> large = List.of();
  private boolean refused;

  /**
   * Files of which nothing is known yet.
   *
   * @param judgesSizes whether to judge ConfigMaps by their volumes, since nobody knows themselves
   */
  public DiagnosedFiles(Source source, MainFiles main, boolean judgesSizes, Diagnoses diagnoses) {
    this.source = source;
    this.main = main;
    this.judgesSizes = judgesSizes;
    this.diagnoses = diagnoses;
  }

  @Override
  public Snapshot snapshot() {
    Snapshot snapshot = source.snapshot();
    if (!snapshot.equals(last)) {
      last = snapshot;
      large = judgesSizes ? VolumeSizes.nearLimit(snapshot) : List.of();
    }
    return snapshot;
  }

  @Override
  public InputStream open(WatchedFile file) throws IOException {
    InputStream content = source.open(file);
    return main.likely().contains(Path.of(file.name()))
        ? new Ending(content, file.stamp().size(), seen -> seen(file.name(), seen))
        : content;
  }

  private void seen(String name, Ending.Seen seen) {
    endings.put(name, seen);
    if (seen.newline()) {
      ended.put(name, true);
    }
  }

  @Override
  public void reported(ReloadReport report) {
    switch (report.outcome().kind()) {
      case OVERTAKEN -> {
        return;
      }
      case SOURCE_MISSING -> endings.clear();
      case REJECTED, INVALID -> refused = true;
      case PROVEN, UNVERIFIABLE -> refused = false;
      case UNCHANGED,
          DRIFTED,
          STARTING,
          UNREACHABLE,
          TIMED_OUT,
          PENDING,
          UNCONFIRMED,
          MISCONFIGURED,
          FAULT -> {}
    }
    diagnoses.found(
        "files",
        Stream.concat(
                large.stream(),
                main.likely().stream()
                    .map(Path::toString)
                    .filter(endings::containsKey)
                    .flatMap(name -> diagnosis(name, endings.get(name)).stream()))
            .toList());
  }

  private Optional<Diagnosis> diagnosis(String name, Ending.Seen seen) {
    if (seen.empty()) {
      var cause = name + " is empty, and Prometheus takes that for a configuration without any job";
      return Optional.of(new Diagnosis(Code.EMPTY_FILE, name, cause, FIX));
    }
    return truncated(name, seen).map(how -> new Diagnosis(Code.TRUNCATED_FILE, name, how, FIX));
  }

  /** Many a good file lacks the last newline, so that alone is no fault. */
  private Optional<String> truncated(String name, Ending.Seen seen) {
    if (seen.torn()) {
      return Optional.of(name + " has NUL bytes or ends within a character");
    }
    boolean lost = !seen.newline() && ended.containsKey(name);
    return seen.newline() || !(lost || refused)
        ? Optional.empty()
        : Optional.of(
            name
                + " ends in the middle of a line"
                + (lost ? ", which it did not before" : ", and the target refused it"));
  }
}
