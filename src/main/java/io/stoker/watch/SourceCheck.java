package io.stoker.watch;

import io.stoker.check.CheckResult;
import io.stoker.check.ConfigCheck;
import io.stoker.check.ConfigFile;
import io.stoker.check.Expressions;
import io.stoker.check.Finding;
import io.stoker.check.Place;
import io.stoker.fingerprint.ExpectedFiles;
import io.stoker.kubernetes.ConfigMapFacts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * One check of one version of a ConfigMap or Secret. Where its keys are mounted is not known here,
 * so each is checked by its own kind, and not whether the files are there that it names.
 */
record SourceCheck(ConfigMapFacts source, Expressions expressions) {
  private static final Comparator<Finding> ERRORS_FIRST =
      Comparator.comparing(finding -> !finding.isError());

  /** Empty where these are not the texts of this version. */
  Optional<CheckResult> of(ConfigMapTexts texts) {
    var digests = new TreeMap<String, String>();
    texts.contents().forEach((key, content) -> digests.put(key, ExpectedFiles.digest(content)));
    if (!digests.equals(source.digests())) {
      return Optional.empty();
    }
    List<CheckResult> results = new ArrayList<>();
    texts.contents().forEach((key, content) -> results.add(of(key, content)));
    return Optional.of(merged(results, finding -> false, CheckResult.MOST));
  }

  /**
   * All in one, errors before warnings.
   *
   * @param likely of errors those that come first
   * @param most how many findings are kept
   */
  static CheckResult merged(List<CheckResult> results, Predicate<Finding> likely, int most) {
    return new CheckResult(
        results.stream()
            .flatMap(result -> result.findings().stream())
            .sorted(ERRORS_FIRST.thenComparing(finding -> !likely.test(finding)))
            .limit(most)
            .toList(),
        results.stream().mapToInt(CheckResult::errors).sum(),
        results.stream().mapToInt(CheckResult::warnings).sum(),
        results.stream().mapToInt(CheckResult::files).sum());
  }

  private CheckResult of(String key, byte[] content) {
    var check = new ConfigCheck(expressions);
    try {
      check.anyFile(ConfigFile.of(SourceName.of(source).file(key), content));
    } catch (IOException e) {
      return CheckResult.NOTHING; // no text, so none of Prometheus' files
    }
    return source.secret() ? veiled(check.result()) : check.result();
  }

  private static CheckResult veiled(CheckResult result) {
    return new CheckResult(
        result.findings().stream().map(SourceCheck::veiled).toList(),
        result.errors(),
        result.warnings(),
        result.files());
  }

  /** Nothing that may repeat what a Secret holds, such as the name of a group. */
  private static Finding veiled(Finding finding) {
    return new Finding(
        finding.severity(),
        new Place(finding.place().file(), finding.place().position(), ""),
        finding.cause().replaceAll("'[^']*'", "'…'"),
        finding.nextStep(),
        Optional.empty());
  }
}
