package io.stoker.watch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The targets of a Service, by pod: in this order they hear of a change, and so are reloaded. There
 * may be thousands of Services, and most have one. On the planner thread.
 */
final class ServiceTargets {
  private List<Each> all = List.of();

  private record Each(TargetSpec spec, WatchedTarget target) implements Comparable<Each> {
    @Override
    public int compareTo(Each other) {
      return spec.compareTo(other.spec);
    }
  }

  /** Takes the place of what was there for it. */
  void put(TargetSpec spec, WatchedTarget target) {
    var more = new ArrayList<>(all);
    int place = place(spec);
    if (place < 0) {
      more.add(-1 - place, new Each(spec, target));
    } else {
      more.set(place, new Each(spec, target));
    }
    all = List.copyOf(more);
  }

  Optional<WatchedTarget> get(TargetSpec spec) {
    int place = place(spec);
    return place < 0 ? Optional.empty() : Optional.of(all.get(place).target());
  }

  Optional<WatchedTarget> remove(TargetSpec spec) {
    Optional<WatchedTarget> gone = get(spec);
    if (gone.isPresent()) {
      var fewer = new ArrayList<>(all);
      fewer.remove(place(spec));
      all = List.copyOf(fewer);
    }
    return gone;
  }

  /** Also while they change. */
  void forEach(Consumer<WatchedTarget> task) {
    all.forEach(each -> task.accept(each.target()));
  }

  Stream<TargetSpec> specs() {
    return all.stream().map(Each::spec);
  }

  Stream<Runnable> looks() {
    return all.stream().map(each -> each.target()::tick);
  }

  private int place(TargetSpec spec) {
    return Collections.binarySearch(all, new Each(spec, AwaitedTarget.INSTANCE));
  }
}
