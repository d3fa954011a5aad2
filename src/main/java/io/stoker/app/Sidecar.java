package io.stoker.app;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.stoker.debounce.MonotonicClock;
import io.stoker.debounce.Scheduler;
import io.stoker.debounce.TimerScheduler;
import io.stoker.diagnose.DiagnosedFiles;
import io.stoker.diagnose.DiagnosedTarget;
import io.stoker.diagnose.MainFiles;
import io.stoker.diagnose.MountTable;
import io.stoker.diagnose.ServedDrift;
import io.stoker.fingerprint.Fingerprinter;
import io.stoker.kubernetes.Cluster;
import io.stoker.kubernetes.Cluster.PodName;
import io.stoker.reload.Accounts;
import io.stoker.reload.Inspector;
import io.stoker.reload.Lookout;
import io.stoker.reload.ProofMemory;
import io.stoker.reload.ReloadCoordinator;
import io.stoker.reload.ReloadCoordinator.Surroundings;
import io.stoker.reload.ReloadCycle;
import io.stoker.reload.ReloadEvent;
import io.stoker.report.Diagnoses;
import io.stoker.report.Pulse;
import io.stoker.report.TargetStatus;
import io.stoker.report.TerminationLog;
import io.stoker.source.DirectorySource;
import io.stoker.source.WatchedRoot;
import io.stoker.target.HttpTargets;
import io.stoker.target.Target;
import io.stoker.target.TargetProfile;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** One target and the files it reads, wired together. */
final class Sidecar {
  private static final Logger LOG = Logger.getLogger("stoker");

  /** Less than a minute by a usual tick, so that none of them comes just too early. */
  private static final Duration FULL_LOOK_EVERY = Duration.ofSeconds(55);

  private static final Duration FULL_READ_EVERY = Duration.ofHours(1);

  private final Settings settings;
  private final Diagnoses diagnoses;
  private final Pulse pulse;
  private final ExecutorService planner =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("planner").factory());
  private final ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();
  private final InstantSource clock = new MonotonicClock();
  private final Scheduler scheduler = new TimerScheduler(clock);
  private final Optional<Cluster> cluster;
  private final Optional<LastGood> lastGood;
  private final ReloadCoordinator coordinator;

  /** The API server, should it be wanted. */
  record ClusterAccess(Supplier<KubernetesClient> client, PodName pod) {}

  Sidecar(Settings settings, Reporting reporting, Pulse pulse, ClusterAccess access) {
    this.settings = settings;
    this.diagnoses = reporting.diagnoses();
    this.pulse = pulse;
    this.cluster =
        settings.watched().kubernetes() ? Optional.of(cluster(access)) : Optional.empty();
    this.lastGood =
        settings.watched().lastGood().map(folder -> new LastGood(settings.watched(), diagnoses));
    this.coordinator = coordinator(reporting);
    cluster.ifPresent(reporting::volumes);
  }

  void start() {
    io.execute(this::begin);
    diagnoses.found("mounts", MountTable.subPaths(settings.watched().roots()));
    cluster.ifPresent(Cluster::start);
  }

  /** What Prometheus starts with is settled before a reload may change it. */
  private void begin() {
    try {
      lastGood.ifPresent(LastGood::start);
    } finally {
      coordinator.start();
    }
  }

  /** It is time to look at everything; called by the scheduler. */
  void tick() {
    planner.execute(pulse::beat);
    coordinator.accept(new ReloadEvent.Ticked());
    cluster.ifPresent(Cluster::tick);
    lastGood.ifPresent(LastGood::tick);
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

  private Cluster cluster(ClusterAccess access) {
    var paths = settings.watched().roots().stream().map(WatchedRoot::path).toList();
    return new Cluster(
        access.client(),
        access.pod(),
        paths,
        diagnoses,
        new Cluster.Surroundings(
            clock,
            scheduler,
            planner,
            io,
            volumes -> coordinator.accept(new ReloadEvent.VolumesCompared(volumes))));
  }

  private ReloadCoordinator coordinator(Reporting reporting) {
    Settings.Timing timing = settings.timing();
    var files = files();
    var reader =
        new Fingerprinter(
            HintedFiles.source(files, reporting, this::hint),
            InstantSource.system(),
            FULL_READ_EVERY);
    Target http =
        new HttpTargets(timing.reloadTimeout())
            .target(settings.endpoints(), TargetProfile.PROMETHEUS);
    var main = MainFiles.of(settings.watched().roots());
    Target target =
        new DiagnosedTarget(
            lastGood.map(kept -> kept.linked(http)).orElse(http), main, diagnoses, io);
    var content = new ContentDiagnosis(target, main, diagnoses, io);
    ProofMemory memory =
        lastGood.map(kept -> kept.memory(target.name())).orElseGet(ProofMemory::none);
    var check = CycleMeans.check(settings);
    var inspector =
        new Inspector(target, clock, timing.watchInterval(), new ServedDrift(target, main)::words);
    return new ReloadCoordinator(
        new ReloadCycle(reader, target, CycleMeans.of(settings, clock, check, memory)),
        new Lookout(reader, inspector, check),
        CycleMeans.planner(settings),
        new Accounts(target.name(), new AtomicLong()::incrementAndGet),
        new Surroundings(
            clock,
            scheduler,
            planner,
            io,
            reporting.reporter(
                Stream.of(
                        Optional.of(files),
                        Optional.of(new TerminationLog(settings.logging().termination())),
                        Optional.of(content.of(reader)),
                        cluster,
                        lastGood.map(LastGood::reporter))
                    .flatMap(Optional::stream))));
  }

  /** What the API server tells of ConfigMaps needs no judging by files. */
  private DiagnosedFiles files() {
    List<WatchedRoot> roots = settings.watched().roots();
    return new DiagnosedFiles(
        new DirectorySource(roots, InstantSource.system(), FULL_LOOK_EVERY),
        MainFiles.of(roots),
        !settings.watched().kubernetes(),
        diagnoses);
  }

  private void hint() {
    coordinator.accept(new ReloadEvent.Hinted());
    cluster.ifPresent(Cluster::hint);
  }
}
