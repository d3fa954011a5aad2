package io.stoker.simulation;

import java.time.Duration;
import java.util.function.Supplier;

/** Kills or stops Stoker and starts another. */
final class Fate {
  private static final Duration STOP_GRACE = Duration.ofSeconds(5);
  private static final Duration LONGEST_ABSENCE = Duration.ofSeconds(10);

  private final World world;
  private final Chance chance;
  private final Supplier<Variant> variants;
  private final Duration longestLife;
  private SimulatedStoker stoker;
  private boolean asleep;

  Fate(World world, Chance chance, Supplier<Variant> variants, Duration longestLife) {
    this.world = world;
    this.chance = chance;
    this.variants = variants;
    this.longestLife = longestLife;
    this.stoker = new SimulatedStoker(1, world, variants.get());
  }

  SimulatedStoker stoker() {
    return stoker;
  }

  void begin() {
    stoker.start();
    nextStroke();
  }

  /** Kills nobody more; somebody lives. */
  void sleep() {
    asleep = true;
    if (!stoker.alive()) {
      startAnother();
    }
  }

  private void nextStroke() {
    world.time().after(chance.upTo(longestLife), this::strike);
  }

  private void strike() {
    if (asleep) {
      return;
    }
    if (chance.oneIn(2)) {
      end();
    } else {
      stop();
      world.time().after(STOP_GRACE, this::end);
    }
  }

  private void stop() {
    boolean wasWell = world.promptness().allIsWell();
    SimulatedStoker stopping = stoker;
    // what a completion throws is lost
    var _ =
        stopping
            .stop()
            .thenRun(
                () -> {
                  if (wasWell && world.promptness().allIsWell() && stopping.busy()) {
                    world.time().after(Duration.ZERO, Fate::leftBehind);
                  }
                });
  }

  /** Who says that nothing is pending must not leave anything behind that it knew of. */
  private static void leftBehind() {
    throw new Violation("stopped with a change pending");
  }

  private void end() {
    if (asleep) {
      return;
    }
    world.promptness().faultBegins();
    stoker.kill();
    world.time().after(chance.upTo(LONGEST_ABSENCE), this::startUnlessThere);
  }

  private void startUnlessThere() {
    if (!stoker.alive()) {
      startAnother();
      nextStroke();
    }
  }

  private void startAnother() {
    world.promptness().faultEnds();
    stoker = new SimulatedStoker(stoker.witness().number() + 1, world, variants.get());
    stoker.start();
  }
}
