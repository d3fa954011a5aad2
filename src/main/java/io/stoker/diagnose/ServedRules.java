package io.stoker.diagnose;

import io.stoker.report.Change;
import io.stoker.report.Diagnosis;
import io.stoker.report.Diagnosis.Code;
import io.stoker.served.Comparison;
import io.stoker.served.Comparison.Different;
import io.stoker.served.Comparison.Held;
import io.stoker.served.Comparison.Unsure;
import io.stoker.served.ContentProof;
import io.stoker.served.RuleFile;
import io.stoker.served.RulesComparison;
import io.stoker.source.PlainFile;
import io.stoker.target.Answer;
import io.stoker.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a target has the rules that changed rule files hold. */
public final class ServedRules {
  private final Target target;
  private final MainFiles files;
  private List<String> blamed = List.of();

  /** Rules of a target. */
  public ServedRules(Target target, MainFiles files) {
    this.target = target;
    this.files = files;
  }

  /** Whether something was amiss at last, so that another reload is worth another look. */
  boolean isBlamed() {
    return !blamed.isEmpty();
  }

  /** What is amiss, which may be nothing; absent where it cannot be told. */
  Optional<List<Diagnosis>> compare(Change change) {
    List<RuleFile> changed =
        Stream.concat(change.changedFiles().stream(), blamed.stream())
            .distinct()
            .map(Path::of)
            .flatMap(path -> read(path).stream())
            .toList();
    if (changed.isEmpty()) {
      return Optional.empty();
    }
    var comparison = new RulesComparison(changed, path -> Files.exists(Path.of(path)));
    if (!(target.rules(comparison) instanceof Answer.Given<Integer>)) {
      return Optional.empty();
    }
    Comparison result = ContentProof.judge(comparison.result(), Optional.empty());
    return switch (result) {
      case Held held -> {
        blamed = List.of();
        yield Optional.of(List.of());
      }
      case Different different -> {
        blamed = changed.stream().map(RuleFile::name).toList();
        yield Optional.of(List.of(other(different)));
      }
      // what was amiss stays so until it is known to be gone
      case Unsure unsure -> Optional.empty();
    };
  }

  private Optional<RuleFile> read(Path path) {
    try {
      return files.likely().contains(path) || !Files.isRegularFile(path)
          ? Optional.empty()
          : RuleFile.read(path.toString(), () -> PlainFile.open(path));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Diagnosis other(Different different) {
    return new Diagnosis(
        Code.RULES_UNCHANGED,
        target.name(),
        "Prometheus reloaded, but does not have the rules of a changed file: " + different.words(),
        "see that rule_files and the mounts of both containers lead to the same files");
  }
}
