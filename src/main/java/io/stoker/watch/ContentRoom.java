package io.stoker.watch;

import io.stoker.debounce.Scheduler;
import io.stoker.verify.ContentVerdict;
import io.stoker.verify.Texts;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/** Lets few comparisons hold contents in memory at a time; any thread. */
final class ContentRoom {
  /** Each holds the contents of its ConfigMaps, which have up to 1 MiB. */
  private static final int COMPARISONS = 3;

  private final ApiPort api;
  private final Lanes lanes;

  ContentRoom(ApiPort api, InstantSource clock, Scheduler scheduler) {
    this.api = api;
    this.lanes = new Lanes(clock, scheduler, Runnable::run, COMPARISONS);
  }

  /** The comparison of one target, which blocks; one that serves in drops holds up no other's. */
  Supplier<ContentVerdict> of(Function<Texts, ContentVerdict> comparison, SourceReader reader) {
    Executor lane = lanes.ofTarget();
    return () -> {
      var verdict = new AtomicReference<ContentVerdict>();
      lane.execute(() -> verdict.set(compare(comparison, reader)));
      return verdict.get();
    };
  }

  private ContentVerdict compare(Function<Texts, ContentVerdict> comparison, SourceReader reader) {
    return ConfigMapTexts.fetch(api, reader.facts())
        .<ContentVerdict>map(comparison)
        .orElseGet(
            () -> new ContentVerdict.CannotTell("its ConfigMaps cannot be read to be compared"));
  }
}
