package io.stoker.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Brings faults over Prometheus and the network, each for a while. */
final class Nature {
  private final World world;
  private final Chance chance;
  private final Temper temper;
  private final SimulatedPrometheus prometheus;
  private final List<Runnable> open = new ArrayList<>();
  private boolean tamed;

  /**
   * How nature treats a history.
   *
   * @param longestPause between two faults
   * @param honest whether nobody lies; a lie cannot be told from the truth where others reload
   */
  record Temper(Duration longestPause, boolean honest) {}

  Nature(World world, Chance chance, Temper temper) {
    this.world = world;
    this.chance = chance;
    this.temper = temper;
    this.prometheus = world.prometheus();
  }

  void begin() {
    world.time().after(chance.upTo(temper.longestPause()), this::work);
  }

  /** Ends all faults and begins no more. */
  void tame() {
    tamed = true;
    List.copyOf(open).forEach(Runnable::run);
  }

  private void work() {
    if (tamed) {
      return;
    }
    switch (chance.below(11)) {
      case 0, 1 -> restart(this::startAgain);
      case 2 -> restart(this::startWithOther);
      case 3 -> last(60, () -> prometheus.hang(true), () -> prometheus.hang(false));
      case 4 ->
          last(
              60,
              () -> prometheus.slow(chance.upTo(Duration.ofSeconds(50))),
              () -> prometheus.slow(Duration.ZERO));
      case 5, 6 -> last(30, () -> resets(true), () -> resets(false));
      case 7 -> last(10, () -> withholds(true), () -> withholds(false));
      case 8, 9 -> last(60, () -> delay(Duration.ofSeconds(2)), () -> delay(Network.USUAL_DELAY));
      default -> others();
    }
    begin();
  }

  private void resets(boolean now) {
    world.trace().add("connections break: ", now);
    world.network().setResets(now);
  }

  private void delay(Duration longest) {
    world.trace().add("the network takes up to ", longest);
    world.network().setDelay(longest);
  }

  private void withholds(boolean now) {
    world.trace().add("a proxy answers: ", now);
    world.network().setWithholds(now);
  }

  private void lies(boolean now) {
    world.trace().add("a liar answers: ", now);
    world.network().setLies(now);
  }

  private void others() {
    if (temper.honest()) {
      last(5, this::othersReload, () -> {});
    } else {
      last(20, () -> lies(true), () -> lies(false));
    }
  }

  private void othersReload() {
    if (prometheus.up()) {
      prometheus.accept(
          new ReloadRequest(ReloadRequest.SOMEBODY_ELSE, world.time().instant(), files -> {}));
    }
  }

  private void restart(Runnable start) {
    last(20, prometheus::crash, start);
  }

  private void startAgain() {
    prometheus.start(replay());
  }

  private void startWithOther() {
    prometheus.startWith(Author.first(true), replay());
  }

  private Duration replay() {
    return chance.oneIn(2) ? Duration.ofMillis(50) : chance.upTo(Duration.ofSeconds(20));
  }

  private void last(int longestSeconds, Runnable beginning, Runnable ending) {
    world.promptness().faultBegins();
    beginning.run();
    var end =
        new Runnable() {
          @Override
          public void run() {
            if (open.remove(this)) {
              ending.run();
              world.promptness().faultEnds();
            }
          }
        };
    open.add(end);
    world.time().after(chance.upTo(Duration.ofSeconds(longestSeconds)), end);
  }
}
