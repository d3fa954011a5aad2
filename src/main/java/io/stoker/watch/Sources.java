package io.stoker.watch;

import io.stoker.kubernetes.ConfigMapFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the API server holds of the ConfigMaps that somebody wants to be reloaded, by digests. Read
 * by any thread.
 */
final class Sources {
  private final InstantSource clock;
  private final InstantSource wallClock;
  private final Map<SourceName, Version> versions = new ConcurrentHashMap<>();

  /**
   * A version of a ConfigMap.
   *
   * @param since when this content began to be wanted, by the core's clock
   * @param memo what a check of this content has found
   */
  record Version(ConfigMapFacts facts, Instant since, CheckMemo memo) {}

  /**
   * @param clock the core's
   * @param wallClock the one that the API server's times are compared with
   */
  Sources(InstantSource clock, InstantSource wallClock) {
    this.clock = clock;
    this.wallClock = wallClock;
  }

  /** Takes what was heard; whether its content is another than before. */
  boolean heard(ConfigMapFacts facts) {
    Optional<Version> before = version(SourceName.of(facts));
    boolean same = before.filter(b -> b.facts().digests().equals(facts.digests())).isPresent();
    Instant now = clock.instant();
    Instant since = same ? before.get().since() : before.isPresent() ? now : now.minus(age(facts));
    CheckMemo memo = same ? before.get().memo() : new CheckMemo();
    versions.put(
        SourceName.of(facts),
        new Version(facts.undated(Annotations.shared(facts.annotations())), since, memo));
    return !same;
  }

  void forget(SourceName name) {
    versions.remove(name);
  }

  Optional<Version> version(SourceName name) {
    return Optional.ofNullable(versions.get(name));
  }

  /** What is there at the start may have been there for long. */
  private Duration age(ConfigMapFacts facts) {
    return facts
        .dataChangedAt()
        .map(at -> Duration.between(at, wallClock.instant()))
        .filter(Duration::isPositive)
        .orElse(Duration.ZERO);
  }
}
