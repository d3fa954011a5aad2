package io.stoker.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Writes the files: now and then, in bursts, without pause; and the hints that follow. */
final class Author {
  private static final int MOST_IN_BURST = 15;
  private static final Duration LONGEST_BURST_PAUSE = Duration.ofMillis(400);
  private static final Duration LONGEST_STEADY_PAUSE = Duration.ofMillis(140);
  private static final int MOST_IN_STEADY_CHANGE = 700;

  private final World world;
  private final Chance chance;
  private final Habits habits;
  private final Runnable hint;
  private final List<Version> earlier = new ArrayList<>();
  private long writings = 1;
  private boolean retired;

  /**
   * How an author works.
   *
   * @param longestPause between two changes
   * @param hintsArrive whether every hint arrives soon, or many late or never
   */
  record Habits(Duration longestPause, boolean hintsArrive) {}

  Author(World world, Chance chance, Habits habits, Runnable hint) {
    this.world = world;
    this.chance = chance;
    this.habits = habits;
    this.hint = hint;
    earlier.add(world.files().now());
  }

  /** The files before anybody changed them. */
  static Version first(boolean good) {
    return Version.of(0, good, 0, VirtualTime.START.minusSeconds(60));
  }

  void begin() {
    world.time().after(chance.upTo(habits.longestPause()), this::work);
  }

  /** Changes nothing more. */
  void retire() {
    retired = true;
  }

  private void work() {
    if (retired) {
      return;
    }
    switch (chance.below(10)) {
      case 0, 1 -> series(chance.below(MOST_IN_BURST), LONGEST_BURST_PAUSE, this::next);
      case 2 -> series(chance.below(MOST_IN_STEADY_CHANGE), LONGEST_STEADY_PAUSE, this::fresh);
      case 3 -> hints();
      default -> change(next());
    }
    begin();
  }

  private void series(int count, Duration longestPause, Supplier<Version> versions) {
    if (!retired && count >= 0) {
      change(versions.get());
      world
          .time()
          .after(chance.upTo(longestPause), () -> series(count - 1, longestPause, versions));
    }
  }

  private void change(Version next) {
    world.trace().add(() -> "the files hold " + world.files().named(next));
    world.files().change(next);
    world.promptness().changed(next);
    if (next.present()) {
      earlier.add(next);
    }
    hints();
  }

  private Version fresh() {
    long writing = writings++;
    return Version.of(writing, !chance.oneIn(7), writing, world.time().instant());
  }

  private Version next() {
    Version now = world.files().now();
    var at = world.time().instant();
    long writing = writings++;
    if (!now.good() && chance.oneIn(2)) {
      return lastGood().again(writing, at);
    }
    return switch (chance.below(20)) {
      case 0, 1 -> now.again(writing, at);
      case 2, 3, 4 -> earlier.get(chance.below(earlier.size())).again(writing, at);
      case 5, 6 -> now.edited(writing, writing, at);
      case 7 -> earlier.get(Math.max(0, earlier.size() - 2)).again(writing, at);
      case 8 -> now.withoutMain();
      default -> fresh();
    };
  }

  /** What a person goes back to who sees a refusal. */
  private Version lastGood() {
    return earlier.reversed().stream()
        .filter(Version::good)
        .findFirst()
        .orElseGet(earlier::getLast);
  }

  /** One change is several notices, as inotify gives them. */
  private void hints() {
    for (int i = chance.below(4); i >= 0; i--) {
      if (habits.hintsArrive()) {
        hintWithin(Duration.ofMillis(5));
      } else if (chance.oneIn(3)) {
        hintWithin(Duration.ofSeconds(10));
      }
    }
  }

  private void hintWithin(Duration longest) {
    world.time().after(chance.upTo(longest), hint);
  }
}
