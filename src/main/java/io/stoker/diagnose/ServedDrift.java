package io.stoker.diagnose;

import io.stoker.served.Comparison.Different;
import io.stoker.target.Target;
import java.util.Optional;

/** Where a target that has drifted serves something else than the main file holds. */
public record ServedDrift(Target target, MainFiles files) {

  /**
   * The first place, such as {@code global.scrape_interval has another value}; no value is told.
   *
   * @return empty where it cannot be told
   */
  public Optional<String> words() {
    return MainComparison.of(target, files)
        .flatMap(
            compared ->
                compared.result() instanceof Different different
                    ? Optional.of(different.words())
                    : Optional.empty());
  }
}
