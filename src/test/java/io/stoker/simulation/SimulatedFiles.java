package io.stoker.simulation;

import io.stoker.fingerprint.Fingerprinter;
import io.stoker.fingerprint.Reading;
import io.stoker.source.Snapshot;
import io.stoker.source.Source;
import io.stoker.source.WatchedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Files in memory. Looking at them takes time, so that they may change between the list and the
 * contents.
 */
final class SimulatedFiles implements Source {
  private static final Duration SLOWEST_CALL = Duration.ofMillis(3);

  private final VirtualTime time;
  private final Chance chance;
  private final Map<String, String> fingerprints = new HashMap<>();
  private Version now;

  SimulatedFiles(VirtualTime time, Chance chance, Version first) {
    this.time = time;
    this.chance = chance;
    this.now = first;
  }

  Version now() {
    return now;
  }

  void change(Version next) {
    now = next;
  }

  @Override
  public Snapshot snapshot() {
    takeTime();
    Snapshot snapshot = now.snapshot();
    takeTime();
    return snapshot;
  }

  @Override
  public InputStream open(WatchedFile file) throws IOException {
    takeTime();
    return open(now, file);
  }

  /** What the fingerprinter makes of a version that keeps still. */
  String fingerprint(Version version) {
    return fingerprints.computeIfAbsent(version.contents(), contents -> still(version));
  }

  /** A version's contents for people, who will know its fingerprint from now on. */
  String named(Version version) {
    fingerprint(version);
    return version.contents();
  }

  /** The contents with a fingerprint, for people. */
  String contents(String fingerprint) {
    return fingerprints.entrySet().stream()
        .filter(known -> known.getValue().equals(fingerprint))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("contents that never were");
  }

  private String still(Version version) {
    var source =
        new Source() {
          @Override
          public Snapshot snapshot() {
            return version.snapshot();
          }

          @Override
          public InputStream open(WatchedFile file) throws IOException {
            return SimulatedFiles.open(version, file);
          }
        };
    return new Fingerprinter(source, time, Duration.ZERO).read() instanceof Reading.Found found
        ? found.content().fingerprint().hex()
        : "none";
  }

  private static InputStream open(Version version, WatchedFile file) throws IOException {
    Version.Text text = version.files().get(file.name());
    if (text == null) {
      throw new NoSuchFileException(file.name());
    }
    return new ByteArrayInputStream(text.bytes());
  }

  private void takeTime() {
    time.sleep(chance.upTo(SLOWEST_CALL));
  }
}
