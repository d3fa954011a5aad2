package io.stoker.diagnose;

import io.stoker.served.Comparison;
import io.stoker.served.Comparison.Different;
import io.stoker.served.ConfigFolder;
import io.stoker.served.MainFile;
import io.stoker.source.PlainFile;
import io.stoker.target.Answer;
import io.stoker.target.Target;
import io.stoker.target.TargetFlags;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Where a target that has drifted serves something else than the main file holds. */
public record ServedDrift(Target target, MainFiles files) {

  /**
   * The first place, such as {@code global.scrape_interval has another value}; no value is told.
   *
   * @return empty where it cannot be told
   */
  public Optional<String> words() {
    return files.only().flatMap(this::words);
  }

  private Optional<String> words(Path main) {
    if (!(target.flags() instanceof Answer.Given<TargetFlags>(TargetFlags flags))) {
      return Optional.empty();
    }
    try {
      var file = MainFile.read(() -> PlainFile.open(main));
      var folder = ConfigFolder.of(flags.configFile());
      return target.servedConfig(answer -> file.comparedWith(answer, folder))
              instanceof Answer.Given<Comparison>(Different different)
          ? Optional.of(different.path() + " " + different.how().words())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
