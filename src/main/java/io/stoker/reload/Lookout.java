package io.stoker.reload;

import io.stoker.check.SnapshotCheck;
import io.stoker.fingerprint.ConfigReader;
import io.stoker.fingerprint.Content;
import java.util.Optional;

/** Looks at files and target at each tick, so that every hint is optional. */
public record Lookout(ConfigReader reader, Inspector inspector, SnapshotCheck check) {

  /**
   * Looks at the files, and at the target where there is something to compare with.
   *
   * @param baseline what the target said of itself when it was proven
   */
  ReloadEvent.Looked look(Optional<Baseline> baseline) {
    Inspection inspection = baseline.map(inspector::inspect).orElseGet(Inspection.Nothing::new);
    return new ReloadEvent.Looked(reader.read(), baseline, inspection);
  }

  /** Looks for what is doubtful in a content that the target has accepted. */
  ReloadEvent.Doubted doubt(Content content) {
    return new ReloadEvent.Doubted(content, check.doubts(content.names()));
  }
}
