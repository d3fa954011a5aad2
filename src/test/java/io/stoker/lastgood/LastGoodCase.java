package io.stoker.lastgood;

import io.stoker.fingerprint.Content;
import io.stoker.fingerprint.Fingerprint;
import io.stoker.fingerprint.Fingerprinter;
import io.stoker.fingerprint.Reading;
import io.stoker.source.DirectorySource;
import io.stoker.source.Source;
import io.stoker.source.WatchedRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A main file with rules, and a folder to keep them in. */
abstract class LastGoodCase {
  @TempDir Path place;
  Path main;
  Path kept;
  LastGoodFolder folder;

  @BeforeEach
  void place() {
    main = place.resolve("live/prometheus.yml");
    kept = place.resolve("kept");
    folder = new LastGoodFolder(kept);
  }

  List<WatchedRoot> roots() {
    return List.of(WatchedRoot.configFile(main), WatchedRoot.directory(main.getParent()));
  }

  Source source() {
    return new DirectorySource(roots(), InstantSource.system(), Duration.ZERO);
  }

  /** Writes main file and rules, and names them. */
  Fingerprint write(String text) {
    try {
      Files.createDirectories(main.resolveSibling("rules"));
      Files.writeString(main, "main " + text);
      Files.writeString(main.resolveSibling("rules/a.yml"), "rules " + text);
      return read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Fingerprint read() {
    return reader().read() instanceof Reading.Found(Content content)
        ? content.fingerprint()
        : new Fingerprint("missing");
  }

  Fingerprinter reader() {
    return new Fingerprinter(source(), InstantSource.system(), Duration.ZERO);
  }

  Copying.Result store(Fingerprint content) throws IOException {
    return new Copying(source(), folder, 1000).store(content);
  }

  /** What a target would read that starts now. */
  String served() throws IOException {
    Path file = folder.current().resolve(Path.of("/").relativize(main));
    return Files.readString(file) + ", " + Files.readString(file.resolveSibling("rules/a.yml"));
  }
}
