package io.stoker.simulation;

import io.stoker.check.SnapshotCheck;
import io.stoker.debounce.Scheduler;
import io.stoker.fingerprint.Fingerprinter;
import io.stoker.reload.Accounts;
import io.stoker.reload.DriftPolicy;
import io.stoker.reload.Inspector;
import io.stoker.reload.Lookout;
import io.stoker.reload.ProofMemory;
import io.stoker.reload.ReloadCoordinator;
import io.stoker.reload.ReloadCoordinator.Surroundings;
import io.stoker.reload.ReloadCycle;
import io.stoker.reload.ReloadCycle.Means;
import io.stoker.reload.ReloadCycle.Objection;
import io.stoker.reload.ReloadEvent;
import io.stoker.reload.ReloadPlanner;
import io.stoker.reload.RetryPolicy;
import io.stoker.report.StateWord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** One process of Stoker from its start to its end, wired as in real life. */
final class SimulatedStoker {
  private static final Duration FULL_READ_EVERY = Duration.ofHours(1);
  private static final Duration LONGEST_START = Duration.ofMillis(1);

  private final World world;
  private final VirtualTime time;
  private final Witness witness;
  private final ReloadCoordinator coordinator;
  private final List<Strand> strands = new ArrayList<>();
  private boolean alive = true;

  SimulatedStoker(int number, World world, Variant variant) {
    this.world = world;
    this.time = world.time();
    this.witness = new Witness(number, world);
    this.coordinator = coordinator(variant);
  }

  Witness witness() {
    return witness;
  }

  boolean alive() {
    return alive;
  }

  /** Whether it says that it is at something which time alone will end. */
  boolean busy() {
    return witness.is(StateWord.SETTLING) || witness.is(StateWord.RELOADING);
  }

  void start() {
    world.trace().add("Stoker ", witness.number(), " starts");
    world.promptness().stokerStarts(world.files().now());
    coordinator.start();
    tick();
  }

  void hint() {
    if (alive) {
      world.trace().add("a hint");
      coordinator.accept(new ReloadEvent.Hinted());
    }
  }

  CompletableFuture<Void> stop() {
    world.trace().add("Stoker ", witness.number(), " is to stop");
    return coordinator.stop();
  }

  /** The process ends, whatever it is doing. */
  void kill() {
    world.trace().add("Stoker ", witness.number(), " is gone");
    alive = false;
    witness.stokerEnds();
    strands.forEach(Strand::kill);
  }

  private void tick() {
    if (alive) {
      world.promptness().check();
      coordinator.accept(new ReloadEvent.Ticked());
      time.after(world.timing().tick(), this::tick);
    }
  }

  private ReloadCoordinator coordinator(Variant variant) {
    Timing timing = world.timing();
    var target = new SimulatedTarget(world, witness);
    var reader = new SerialReader(new Fingerprinter(world.files(), time, FULL_READ_EVERY), time);
    var planner =
        new ReloadPlanner(
            variant.debouncer(timing.debouncer()),
            RetryPolicy.upTo(timing.retryCap(), world.chance().random()),
            DriftPolicy.RELOAD);
    return new ReloadCoordinator(
        new ReloadCycle(
            variant.reader(reader),
            target,
            new Means(
                time,
                timing.patience(),
                SnapshotCheck.off(),
                ProofMemory.none(),
                Objection.none())),
        new Lookout(
            reader,
            new Inspector(target, time, timing.tick(), Optional::empty),
            SnapshotCheck.off()),
        new CycleCounter(variant.planner(planner), witness),
        new Accounts(target.name(), new AtomicLong()::incrementAndGet),
        new Surroundings(time, this::alarm, this::plan, this::block, witness));
  }

  private Scheduler.Alarm alarm(Instant at, Runnable task) {
    return time.at(at, () -> ifAlive(task));
  }

  private void plan(Runnable task) {
    if (alive) {
      time.at(time.instant(), () -> ifAlive(task));
    }
  }

  private void block(Runnable task) {
    var strand = new Strand(task);
    strands.removeIf(Strand::done);
    strands.add(strand);
    time.after(world.chance().upTo(LONGEST_START), () -> ifAlive(() -> time.resume(strand)));
  }

  private void ifAlive(Runnable task) {
    if (alive) {
      task.run();
    }
  }
}
