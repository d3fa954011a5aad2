package io.stoker.watch;

import io.stoker.kubernetes.ObjectName;
import io.stoker.kubernetes.PodFacts;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads pods. */
@FunctionalInterface
interface PodLookup {

  /**
   * Reads a pod, which may take time.
   *
   * @param then gets it on the planner thread, or nothing if it cannot be read; whether it is to be
   *     read again, later
   */
  void read(ObjectName pod, Predicate<Optional<PodFacts>> then);
}
