package io.stoker.watch;

import io.stoker.debounce.Scheduler;
import io.stoker.kubernetes.ConfigMapFacts;
import io.stoker.verify.ContentVerdict;
import io.stoker.verify.Texts;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Lets few hold contents in memory at a time; any thread. */
final class ContentRoom {
  /** Each holds the contents of its ConfigMaps, which have up to 1 MiB. */
  private static final int AT_A_TIME = 3;

  private final ApiPort api;
  private final Lanes lanes;

  ContentRoom(ApiPort api, InstantSource clock, Scheduler scheduler) {
    this.api = api;
    this.lanes = new Lanes(clock, scheduler, AT_A_TIME);
  }

  /**
   * For one purpose of one target: one that serves in drops holds up no other, and no check for
   * which others may wait.
   */
  Door ofTarget() {
    return new Door(lanes.ofTarget());
  }

  /** Lets one target's tasks in, one inside another never. */
  final class Door {
    private final Lanes.Lane lane;

    private Door(Lanes.Lane lane) {
      this.lane = lane;
    }

    /**
     * What is made of the contents. Blocks.
     *
     * @return empty where one of them cannot be read
     */
    <T> Optional<T> fetch(List<ConfigMapFacts> sources, Function<ConfigMapTexts, T> use) {
      var made = new AtomicReference<Optional<T>>();
      lane.run(() -> made.set(ConfigMapTexts.fetch(api, sources).map(use)));
      return made.get();
    }

    /** Compares the contents with what the target serves. Blocks. */
    ContentVerdict compare(
        List<ConfigMapFacts> sources, Function<Texts, ContentVerdict> comparison) {
      return fetch(sources, comparison::apply)
          .orElseGet(
              () -> new ContentVerdict.CannotTell("its ConfigMaps cannot be read to be compared"));
    }
  }
}
