package io.stoker.watch;

import io.stoker.check.CheckResult;
import io.stoker.check.Expressions;
import io.stoker.check.Finding;
import io.stoker.check.SnapshotCheck;
import io.stoker.kubernetes.ConfigMapFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the ConfigMaps that feed a target, or takes what the check of a version for another target
 * came to. What cannot be fetched has no findings. Any thread; blocks.
 *
 * @param door to where contents may be held
 * @param enforced whether what is found faulty must not be loaded
 */
record FedCheck(
    SourceReader reader, Judge judge, ContentRoom.Door door, InstantSource clock, boolean enforced)
    implements SnapshotCheck {
  /** As many as the log tells; each target keeps its own. */
  private static final int MOST = 10;

  /** The pods may be replaced by such as take more. */
  private static final Duration REFUSED = Duration.ofMinutes(1);

  /** What changed is most likely at fault. */
  @Override
  public CheckResult check(List<String> files, List<String> changed) {
    Set<String> suspects = reader.shown(changed);
    return SourceCheck.merged(
        reader.versions().stream().map(this::judged).toList(),
        finding -> suspects.contains(finding.place().file()),
        MOST);
  }

  @Override
  public List<Finding> doubts(List<String> files) {
    List<CheckResult> results =
        reader.versions().stream()
            .map(version -> version.memo().judged().orElseGet(() -> unjudged(version)))
            .toList();
    return results.stream()
        .flatMap(result -> result.findings().stream())
        .filter(finding -> !finding.isError())
        .limit(MOST)
        .toList();
  }

  private CheckResult unjudged(Sources.Version version) {
    return version
        .memo()
        .unjudged(
            clock.instant(),
            () ->
                checked(version.facts(), Expressions.unjudged())
                    .map(result -> new Found(result, Instant.MAX))
                    .orElse(Found.NOTHING));
  }

  private CheckResult judged(Sources.Version version) {
    return version.memo().judged(judge.service(), clock.instant(), () -> asked(version));
  }

  /** A target that does not answer leaves the question to the next. */
  private Found asked(Sources.Version version) {
    if (!judge.answers()) {
      return new Found(unjudged(version), Instant.MIN);
    }
    var heard = new HeardExpressions(judge.expressions().get(), version.facts().secret());
    return checked(version.facts(), heard)
        .map(result -> new Found(result, heard.until(clock.instant().plus(REFUSED))))
        .orElse(Found.NOTHING);
  }

  private Optional<CheckResult> checked(ConfigMapFacts source, Expressions expressions) {
    return door.fetch(List.of(source), new SourceCheck(source, expressions)::of)
        .flatMap(result -> result);
  }
}
