package io.stoker.watch;

import io.stoker.report.ReloadReport;
import io.stoker.report.Reporter;
import java.util.List;
import java.util.function.Supplier;

/** Tells of one target to the authors of the ConfigMaps that feed it. */
record TargetMessenger(AuthorNotes notes, Supplier<List<SourceName>> sources) implements Reporter {

  @Override
  public void reported(ReloadReport report) {
    notes.reported(sources.get(), report);
  }

  @Override
  public void gone(String target) {
    notes.gone(sources.get(), target);
  }
}
