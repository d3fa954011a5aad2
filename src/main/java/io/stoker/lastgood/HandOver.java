package io.stoker.lastgood;

import io.stoker.fingerprint.ConfigReader;
import io.stoker.fingerprint.Content;
import io.stoker.fingerprint.Fingerprint;
import io.stoker.fingerprint.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What a target is given to start with. */
public sealed interface HandOver {

  /** The files as they are: nothing is known against them. */
  record Live(Path link) implements HandOver {}

  /**
   * The last good ones, since the target has refused the current ones.
   *
   * @param refused the current content
   */
  record LastGood(Path link, Fingerprint refused) implements HandOver {}

  /**
   * The files as they are though the target has refused them, for there is no whole copy of good
   * ones.
   */
  record NothingBetter(Path link, Fingerprint refused) implements HandOver {}

  /** Nothing can be handed over. */
  record Failed(String reason) implements HandOver {}

  /** Decides, and lets {@code current} lead there. */
  static HandOver make(LastGoodFolder folder, ConfigReader reader) {
    try {
      Optional<Fingerprint> refused = folder.refused();
      boolean known = refused.isPresent() && refused.equals(read(reader));
      if (known && folder.pointToGood()) {
        return new LastGood(folder.current(), refused.get());
      }
      folder.pointToLive();
      return known
          ? new NothingBetter(folder.current(), refused.get())
          : new Live(folder.current());
    } catch (IOException e) {
      return new Failed(UnwritableFolder.diagnosis(folder, e).cause());
    }
  }

  private static Optional<Fingerprint> read(ConfigReader reader) {
    return reader.read() instanceof Reading.Found(Content content)
        ? Optional.of(content.fingerprint())
        : Optional.empty();
  }
}
