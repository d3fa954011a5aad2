package io.stoker.watch;

import io.stoker.check.CheckResult;
import io.stoker.kubernetes.ObjectName;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * What was found in one version of a ConfigMap, which lives as long as this does. Whoever asks
 * first looks; others wait for that and take what it comes to. Any thread.
 */
final class CheckMemo {
  private static final CompletableFuture<Found> NEVER =
      CompletableFuture.completedFuture(Found.NOTHING);

  private final Slot unjudged = new Slot();

  /** By Service; most ConfigMaps feed one, and most are never judged. */
  private volatile Map<ObjectName, Slot> judged = Map.of();

  /** Without a word on expressions. */
  CheckResult unjudged(Instant now, Supplier<Found> check) {
    return unjudged.get(now, check);
  }

  /** With what Prometheus says of expressions, for all pods of a Service. */
  CheckResult judged(ObjectName service, Instant now, Supplier<Found> check) {
    return slot(service).get(now, check);
  }

  /** What is known with the word of some Prometheus. */
  Optional<CheckResult> judged() {
    return judged.values().stream().flatMap(slot -> slot.kept().stream()).findAny();
  }

  private synchronized Slot slot(ObjectName service) {
    if (!judged.containsKey(service)) {
      var more = new HashMap<>(judged);
      more.put(service, new Slot());
      judged = Map.copyOf(more);
    }
    return judged.get(service);
  }

  private static final class Slot {
    private CompletableFuture<Found> last = NEVER;

    synchronized Optional<CheckResult> kept() {
      return Optional.of(last.getNow(Found.NOTHING))
          .filter(found -> found.until().isAfter(Instant.MIN))
          .map(Found::result);
    }

    CheckResult get(Instant now, Supplier<Found> check) {
      var mine = new CompletableFuture<Found>();
      Optional<CompletableFuture<Found>> other = begin(now, mine);
      if (other.isEmpty()) {
        try {
          mine.complete(check.get());
        } finally {
          mine.complete(Found.NOTHING); // for those who wait, if the check failed
        }
      }
      return other.orElse(mine).join().result();
    }

    /** What holds or is under way already; empty if this one is to be done. */
    private synchronized Optional<CompletableFuture<Found>> begin(
        Instant now, CompletableFuture<Found> mine) {
      if (!last.isDone() || last.join().until().isAfter(now)) {
        return Optional.of(last);
      }
      last = mine;
      return Optional.empty();
    }
  }
}
