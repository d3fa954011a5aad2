package io.stoker.app;

import io.stoker.debounce.MonotonicClock;
import io.stoker.debounce.TimerScheduler;
import io.stoker.fingerprint.Fingerprinter;
import io.stoker.reload.Accounts;
import io.stoker.reload.Inspector;
import io.stoker.reload.Lookout;
import io.stoker.reload.ReloadCoordinator;
import io.stoker.reload.ReloadCoordinator.Surroundings;
import io.stoker.reload.ReloadCycle;
import io.stoker.reload.ReloadCycle.Patience;
import io.stoker.reload.ReloadEvent;
import io.stoker.reload.ReloadPlanner;
import io.stoker.reload.RetryPolicy;
import io.stoker.report.Pulse;
import io.stoker.report.TargetStatus;
import io.stoker.source.DirectorySource;
import io.stoker.source.DirectoryWatch;
import io.stoker.source.HintingSource;
import io.stoker.source.Source;
import io.stoker.target.HttpTargets;
import io.stoker.target.Target;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/** One target and the files it reads, wired together. */
final class Sidecar {
  private static final Logger LOG = Logger.getLogger("stoker");
  private static final Duration FULL_LOOK_EVERY = Duration.ofMinutes(1);
  private static final Duration FULL_READ_EVERY = Duration.ofHours(1);

  private final Settings settings;
  private final Pulse pulse;
  private final ExecutorService planner =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("planner").factory());
  private final ReloadCoordinator coordinator;

  Sidecar(Settings settings, Reporting reporting, Pulse pulse) {
    this.settings = settings;
    this.pulse = pulse;
    this.coordinator = coordinator(reporting);
  }

  void start() {
    coordinator.start();
  }

  /** It is time to look at everything; called by the scheduler. */
  void tick() {
    planner.execute(pulse::beat);
    coordinator.accept(new ReloadEvent.Ticked());
  }

  /** Brings about a pending change within the grace period, or names it. */
  void stop() {
    Duration grace = settings.timing().stopGrace();
    try {
      coordinator.stop().get(grace.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      coordinator.status().ifPresent(Sidecar::namePending);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("nothing ends a stop exceptionally", e);
    }
  }

  private static void namePending(TargetStatus status) {
    LOG.warnv(
        "stopped with a change pending for {0}: {1} {2}",
        status.target(), status.verdict().state().word(), status.verdict().reason());
  }

  private ReloadCoordinator coordinator(Reporting reporting) {
    InstantSource clock = new MonotonicClock();
    var reader = new Fingerprinter(source(reporting), InstantSource.system(), FULL_READ_EVERY);
    Settings.Timing timing = settings.timing();
    Target target = HttpTargets.target(settings.endpoints(), timing.reloadTimeout());
    var inspector = new Inspector(target, clock);
    return new ReloadCoordinator(
        new ReloadCycle(reader, target, clock, Patience.after(timing.reloadTimeout())),
        new Lookout(reader, inspector),
        new ReloadPlanner(
            timing.debouncer(),
            RetryPolicy.upTo(timing.retryInterval(), RandomGenerator.getDefault())),
        new Accounts(target.name(), new AtomicLong()::incrementAndGet),
        new Surroundings(
            clock,
            new TimerScheduler(clock),
            planner,
            Executors.newVirtualThreadPerTaskExecutor(),
            reporting.reporter()));
  }

  /** Without inotify the scheduled hash has to do. */
  private Source source(Reporting reporting) {
    var files = new DirectorySource(settings.roots(), InstantSource.system(), FULL_LOOK_EVERY);
    try {
      var watch = new DirectoryWatch(this::hint, Sidecar::watchLost);
      reporting.watch(watch);
      Thread.ofVirtual().name("watch").start(watch);
      return new HintingSource(files, watch);
    } catch (IOException e) {
      watchLost(e.getMessage());
      return files;
    }
  }

  private void hint() {
    coordinator.accept(new ReloadEvent.Hinted());
  }

  private static void watchLost(String cause) {
    LOG.warnv("no change notices, files are only looked at every --watch-interval: {0}", cause);
  }
}
