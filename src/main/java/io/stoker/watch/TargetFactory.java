package io.stoker.watch;

import io.stoker.kubernetes.PodFacts;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes what looks after one target. */
@FunctionalInterface
interface TargetFactory {

  /**
   * A target that nothing was asked of yet.
   *
   * @param pod empty where it could not be read
   * @param sources the ConfigMaps that feed it at this time, sorted
   * @param turns of its Service
   */
  WatchedTarget make(
      TargetSpec spec, Optional<PodFacts> pod, Supplier<List<SourceName>> sources, Turns turns);
}
