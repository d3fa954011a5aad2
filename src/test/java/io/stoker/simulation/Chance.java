package io.stoker.simulation;

import java.time.Duration;
import java.util.SplittableRandom;

/** A stream of chances; every actor has its own, so that none disturbs another's. */
record Chance(SplittableRandom random) {

  static Chance seeded(long seed) {
    return new Chance(new SplittableRandom(seed));
  }

  Chance another() {
    return new Chance(random.split());
  }

  boolean oneIn(int count) {
    return random.nextInt(count) == 0;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Never nothing, since nothing in the world takes no time. */
  Duration upTo(Duration longest) {
    return Duration.ofNanos(1000 * random.nextLong(1, longest.toNanos() / 1000 + 1));
  }

  Duration between(Duration shortest, Duration longest) {
    return shortest.plus(upTo(longest.minus(shortest)));
  }
}
