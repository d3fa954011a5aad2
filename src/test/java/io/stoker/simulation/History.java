package io.stoker.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** One random history: a time of faults, then quiet, and what must have come of it. */
final class History {
  private static final Duration SHORTEST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(4);
  private static final Duration AFTERWARDS = Duration.ofMinutes(2);
  private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(15);

  private final VirtualTime time = new VirtualTime();
  private final Chance chance;
  private final Trace trace;
  private final World world;
  private final Author author;
  private final Nature nature;
  private final Fate fate;

  History(long seed, boolean traced, Supplier<Variant> variants) {
    this.chance = Chance.seeded(seed);
    this.trace = new Trace(time, traced);
    this.world = world();
    this.fate = new Fate(world, chance.another(), variants, longest(300));
    var habits = new Author.Habits(longest(40), chance.oneIn(2));
    this.author = new Author(world, chance.another(), habits, () -> fate.stoker().hint());
    this.nature =
        new Nature(world, chance.another(), new Nature.Temper(longest(60), chance.oneIn(2)));
  }

  /** Runs to its end. */
  void run() {
    try {
      firstMoments();
      time.runUntil(time.instant().plus(chance.between(SHORTEST, LONGEST)), () -> false);
      calm();
      new Aftermath(world, fate.stoker()).check(AFTERWARDS);
    } finally {
      fate.stoker().kill();
    }
  }

  String trace() {
    return trace.toString();
  }

  private void firstMoments() {
    if (chance.oneIn(4)) {
      time.after(
          chance.upTo(Duration.ofSeconds(20)),
          () -> world.prometheus().start(chance.upTo(Duration.ofSeconds(5))));
    } else {
      world.prometheus().start(Duration.ofMillis(1));
    }
    fate.begin();
    author.begin();
    nature.begin();
  }

  /** From here on nothing goes wrong; what Prometheus is still at may take its time. */
  private void calm() {
    trace.add("from here on all is well");
    author.retire();
    nature.tame();
    fate.sleep();
    Instant recovered = time.instant().plus(LONGEST_RECOVERY);
    time.runUntil(recovered, world::atRest);
  }

  private World world() {
    var timing = Timing.withReloadTimeout(Duration.ofSeconds(chance.oneIn(3) ? 3 : 30));
    var files = new SimulatedFiles(time, chance.another(), Author.first(!chance.oneIn(10)));
    var prometheus = new SimulatedPrometheus(time, chance.another(), files, trace);
    var promptness = new Promptness(time, timing.longestToAnswer());
    return new World(
        time, timing, files, prometheus, new Network(), promptness, chance.another(), trace);
  }

  /** Some histories are restless, some quiet. */
  private Duration longest(int seconds) {
    return Duration.ofSeconds(seconds).dividedBy(chance.oneIn(3) ? 5 : 1);
  }
}
