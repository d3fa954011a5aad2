package io.stoker.diagnose;

import io.stoker.report.Change;
import io.stoker.report.Diagnosis;
import io.stoker.report.Diagnosis.Code;
import io.stoker.served.Comparison;
import io.stoker.served.Comparison.Different;
import io.stoker.served.Comparison.Held;
import io.stoker.served.Comparison.Unsure;
import io.stoker.served.ConfigFolder;
import io.stoker.served.ContentProof;
import io.stoker.served.ContentProof.Transition;
import io.stoker.served.MainFile;
import io.stoker.source.PlainFile;
import io.stoker.target.Answer;
import io.stoker.target.Target;
import io.stoker.target.TargetFlags;
import java.io.IOException;
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
    Optional<Path> main = files.only();
    if (main.isEmpty()
        || !(before.isEmpty() || blamed || isTouched(main.get(), change))
        || !(target.flags() instanceof Answer.Given<TargetFlags>(TargetFlags flags))
        || files.otherThan(flags.configFile()).isPresent()) {
      return Optional.empty();
    }
    try {
      return compare(main.get(), ConfigFolder.of(flags.configFile()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean isTouched(Path file, Change change) {
    return change.changed() > change.changedFiles().size()
        || change.changedFiles().contains(file.toString());
  }

  private Optional<List<Diagnosis>> compare(Path path, ConfigFolder folder) throws IOException {
    var file = MainFile.read(() -> PlainFile.open(path));
    if (!(target.servedConfig(answer -> file.comparedWith(answer, folder))
            instanceof Answer.Given<Comparison>(Comparison comparison))
        || !(target.servedConfigHash() instanceof Answer.Given<String>(String served))) {
      return Optional.empty();
    }
    var now = new Seen(file.canonical(), served);
    Comparison proof = ContentProof.judge(comparison, before.map(then -> then.to(now)));
    before = Optional.of(now);
    // what was amiss stays so until it is known to be gone
    blamed = proof instanceof Different || (blamed && proof instanceof Unsure);
    return switch (proof) {
      case Held held -> Optional.of(List.of());
      case Different different -> Optional.of(List.of(other(path, different)));
      case Unsure unsure -> Optional.empty();
    };
  }

  private Diagnosis other(Path path, Different different) {
    return new Diagnosis(
        Code.READS_ANOTHER_FILE,
        target.name(),
        "Prometheus reloaded, but does not serve what %s holds: %s %s"
            .formatted(path, different.path(), different.how().words()),
        "see that --config.file and the mounts of both containers lead to the same file, without subPath");
  }
}
