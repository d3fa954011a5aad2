package io.stoker.lastgood;

import io.stoker.fingerprint.Fingerprint;
import io.stoker.report.Diagnoses;
import io.stoker.report.Diagnosis;
import io.stoker.report.ReloadReport;
import io.stoker.report.Reporter;
import io.stoker.source.Source;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Stores what is proven and remembers what is refused, each in its own time: no reload waits for
 * the disk.
 */
public final class LastGoodKeeper implements Reporter {
  private final LastGoodFolder folder;
  private final Supplier<Source> sources;
  private final RuleFileNames names;
  private final Diagnoses diagnoses;
  private final Executor disk;
  private final AtomicReference<Optional<Learned>> owed = new AtomicReference<>(Optional.empty());

  /** What is to be written down. */
  private sealed interface Learned {
    record Proven(Fingerprint content) implements Learned {}

    record Refused(Fingerprint content) implements Learned {}
  }

  /**
   * A keeper that has written nothing yet.
   *
   * @param sources gives the watched files to read; each is used once
   * @param names tells what in the main file would lead from a copy back to the live files
   * @param disk runs one task at a time, which may take long
   */
  public LastGoodKeeper(
      LastGoodFolder folder,
      Supplier<Source> sources,
      RuleFileNames names,
      Diagnoses diagnoses,
      Executor disk) {
    this.folder = folder;
    this.sources = sources;
    this.names = names;
    this.diagnoses = diagnoses;
    this.disk = disk;
  }

  @Override
  public void reported(ReloadReport report) {
    var content = new Fingerprint(report.change().fingerprint());
    switch (report.outcome().kind()) {
      case PROVEN -> learn(new Learned.Proven(content));
      case REJECTED, INVALID -> learn(new Learned.Refused(content));
      case UNCHANGED,
          DRIFTED,
          UNVERIFIABLE,
          OVERTAKEN,
          MISCONFIGURED,
          STARTING,
          UNREACHABLE,
          TIMED_OUT,
          PENDING,
          UNCONFIRMED,
          SOURCE_MISSING,
          FAULT -> {}
    }
  }

  /** Tries again what could not be written; called now and then. */
  public void tick() {
    if (owed.get().isPresent()) {
      disk.execute(this::write);
    }
  }

  private void learn(Learned learned) {
    owed.set(Optional.of(learned));
    disk.execute(this::write);
  }

  private void write() {
    Optional<Learned> learned = owed.get();
    if (learned.isEmpty()) {
      return;
    }
    try {
      diagnoses.found("last-good", write(learned.get()));
      owed.compareAndSet(learned, Optional.empty());
    } catch (IOException e) {
      diagnoses.found("last-good", List.of(UnwritableFolder.diagnosis(folder, e)));
    }
  }

  private List<Diagnosis> write(Learned learned) throws IOException {
    return switch (learned) {
      case Learned.Refused(Fingerprint content) -> {
        folder.remember(content);
        yield List.of();
      }
      case Learned.Proven(Fingerprint content) -> {
        folder.forgetRefused();
        diagnoses.found("rule file names", names.absolute());
        yield folder.newest().equals(Optional.of(content)) ? List.of() : store(content);
      }
    };
  }

  private List<Diagnosis> store(Fingerprint content) throws IOException {
    return switch (new Copying(sources.get(), folder, Copying.MOST_BYTES).store(content)) {
      case Copying.Result.Stored stored -> List.of();
      case Copying.Result.Changed changed -> List.of();
      case Copying.Result.TooLarge tooLarge -> List.of(UnwritableFolder.tooLarge(folder));
    };
  }
}
