package io.stoker.diagnose;

import io.stoker.served.Comparison;
import io.stoker.served.ConfigFolder;
import io.stoker.served.MainFile;
import io.stoker.source.PlainFile;
import io.stoker.target.Answer;
import io.stoker.target.Target;
import io.stoker.target.TargetFlags;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The watched main file and what a target serves, side by side. */
record MainComparison(Path path, MainFile file, Comparison result) {

  /**
   * As they are now; blocks.
   *
   * @return empty where nobody knows which file to compare, or the target says that it reads
   *     another, or one of both cannot be read
   */
  static Optional<MainComparison> of(Target target, MainFiles files) {
    Optional<Path> main = files.only();
    if (main.isEmpty()
        || !(target.flags() instanceof Answer.Given<TargetFlags>(TargetFlags flags))
        || files.otherThan(flags.configFile()).isPresent()) {
      return Optional.empty();
    }
    try {
      return of(target, main.get(), ConfigFolder.of(flags.configFile()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<MainComparison> of(Target target, Path main, ConfigFolder folder)
      throws IOException {
    var file = MainFile.read(() -> PlainFile.open(main));
    return target.servedConfig(answer -> file.comparedWith(answer, folder))
            instanceof Answer.Given<Comparison>(Comparison result)
        ? Optional.of(new MainComparison(main, file, result))
        : Optional.empty();
  }
}
