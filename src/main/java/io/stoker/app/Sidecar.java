package io.stoker.app;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.stoker.debounce.MonotonicClock;
import io.stoker.debounce.Scheduler;
import io.stoker.debounce.TimerScheduler;
import io.stoker.diagnose.MountTable;
import io.stoker.diagnose.ServedContent;
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
import io.stoker.report.Reporter;
import io.stoker.report.TargetStatus;
import io.stoker.report.TerminationLog;
import io.stoker.source.WatchedRoot;
import io.stoker.target.HttpTargets;
import io.stoker.target.Target;
import io.stoker.target.TargetProfile;
import java.time.Duration;
import java.time.InstantSource;
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
final class Sidecar implements Program {
  private static final Logger LOG = Logger.getLogger("stoker");

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
  private final Diagnosed diagnosed;
  private final Fingerprinter reader;
  private final ServedContent content;
  private final ReloadCoordinator coordinator;

  /** The API server, should it be wanted; the pod's address is empty if no manifest tells it. */
  record ClusterAccess(Supplier<KubernetesClient> client, PodName pod, String podIp) {

    /** The own one, where the pod does not say it that of its service account; empty elsewhere. */
    Optional<String> namespace() {
      return Optional.of(pod.namespace())
          .filter(name -> !name.isEmpty())
          .or(() -> Optional.ofNullable(client.get().getNamespace()));
    }
  }

  Sidecar(Settings settings, Reporting reporting, Pulse pulse, ClusterAccess access) {
    this.settings = settings;
    this.diagnoses = reporting.diagnoses();
    this.pulse = pulse;
    this.cluster =
        settings.watched().kubernetes() ? Optional.of(cluster(access)) : Optional.empty();
    this.lastGood =
        settings.watched().lastGood().map(folder -> new LastGood(settings.watched(), diagnoses));
    Target http =
        new HttpTargets(settings.timing().reloadTimeout())
            .target(settings.endpoints(), TargetProfile.PROMETHEUS);
    this.diagnosed =
        new Diagnosed(
            settings.watched(),
            lastGood.map(kept -> kept.linked(http)).orElse(http),
            diagnoses,
            io);
    this.reader = reader(reporting);
    this.content = diagnosed.content(reader, this::accept, reporting.pages().noting(io));
    this.coordinator = coordinator(reporting);
    cluster.ifPresent(reporting::volumes);
  }

  @Override
  public void start() {
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

  @Override
  public void tick() {
    planner.execute(pulse::beat);
    coordinator.accept(new ReloadEvent.Ticked());
    cluster.ifPresent(Cluster::tick);
    lastGood.ifPresent(LastGood::tick);
    content.tick();
  }

  /** Brings about a pending change within the grace period, or names it. */
  @Override
  public void stop() {
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
            volumes -> accept(new ReloadEvent.VolumesCompared(volumes))));
  }

  private Fingerprinter reader(Reporting reporting) {
    return new Fingerprinter(
        HintedFiles.source(diagnosed.files(), reporting, this::hint),
        InstantSource.system(),
        FULL_READ_EVERY);
  }

  private ReloadCoordinator coordinator(Reporting reporting) {
    Target target = diagnosed.target();
    ProofMemory memory =
        lastGood.map(kept -> kept.memory(target.name())).orElseGet(ProofMemory::none);
    var check = CycleMeans.check(settings);
    Duration tick = settings.timing().watchInterval();
    return new ReloadCoordinator(
        new ReloadCycle(reader, target, CycleMeans.of(settings, clock, check, memory)),
        new Lookout(reader, new Inspector(target, clock, tick, diagnosed::drift), check),
        CycleMeans.planner(settings),
        new Accounts(target.name(), new AtomicLong()::incrementAndGet),
        new Surroundings(clock, scheduler, planner, io, reporter(reporting)));
  }

  private Reporter reporter(Reporting reporting) {
    return reporting.reporter(
        Stream.of(
                Optional.of(diagnosed.files()),
                Optional.of(new TerminationLog(settings.logging().termination())),
                Optional.of(content),
                cluster,
                lastGood.map(LastGood::reporter))
            .flatMap(Optional::stream));
  }

  /** The coordinator is made last, of all that tells it something. */
  private void accept(ReloadEvent event) {
    coordinator.accept(event);
  }

  private void hint() {
    accept(new ReloadEvent.Hinted());
    cluster.ifPresent(Cluster::hint);
  }
}
