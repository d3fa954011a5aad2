package io.stoker.diagnose;

import io.stoker.report.Change;
import io.stoker.report.Diagnosis;
import io.stoker.report.Diagnosis.Code;
import io.stoker.served.Comparison;
import io.stoker.served.Comparison.Different;
import io.stoker.served.Comparison.Held;
import io.stoker.served.Comparison.Unsure;
import io.stoker.served.ContentProof;
import io.stoker.served.ContentProof.Transition;
import io.stoker.target.Answer;
import io.stoker.target.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whether a target serves what the watched main file holds. */
public final class ServedMain {
  private final Target target;
  private final MainFiles files;
  private boolean blamed;
  private Optional<Seen> before = Optional.empty();

  /** What there was at a comparison, by names. */
  private record Seen(Optional<String> canonical, String served) {
    Transition to(Seen now) {
      return new Transition(!canonical.equals(now.canonical), !served.equals(now.served));
    }
  }

  /** A target that nothing was compared with yet. */
  public ServedMain(Target target, MainFiles files) {
    this.target = target;
    this.files = files;
  }

  /** Whether something was amiss at last, so that another reload is worth another look. */
  boolean isBlamed() {
    return blamed;
  }

  /** What is amiss, which may be nothing; absent where it cannot be told. */
  Optional<List<Diagnosis>> compare(Change change) {
    boolean wanted = before.isEmpty() || blamed || isTouched(change);
    return wanted ? MainComparison.of(target, files).flatMap(this::judge) : Optional.empty();
  }

  private boolean isTouched(Change change) {
    boolean unnamed = change.changed() > change.changedFiles().size();
    return unnamed
        || files.only().map(Path::toString).filter(change.changedFiles()::contains).isPresent();
  }

  private Optional<List<Diagnosis>> judge(MainComparison compared) {
    if (!(target.servedConfigHash() instanceof Answer.Given<String>(String served))) {
      return Optional.empty();
    }
    var now = new Seen(compared.file().canonical(), served);
    Comparison proof = ContentProof.judge(compared.result(), before.map(then -> then.to(now)));
    before = Optional.of(now);
    // what was amiss stays so until it is known to be gone
    blamed = proof instanceof Different || (blamed && proof instanceof Unsure);
    return switch (proof) {
      case Held held -> Optional.of(List.of());
      case Different different -> Optional.of(List.of(other(compared.path(), different)));
      case Unsure unsure -> Optional.empty();
    };
  }

  private Diagnosis other(Path path, Different different) {
    return new Diagnosis(
        Code.READS_ANOTHER_FILE,
        target.name(),
        "Prometheus reloaded, but does not serve what %s holds: %s"
            .formatted(path, different.words()),
        "see that --config.file and the mounts of both containers lead to the same file, without subPath");
  }
}
