package io.stoker.app;

import io.stoker.app.Sidecar.ClusterAccess;
import io.stoker.debounce.MonotonicClock;
import io.stoker.debounce.Scheduler;
import io.stoker.debounce.TimerScheduler;
import io.stoker.kubernetes.ClusterRequests;
import io.stoker.kubernetes.ClusterWatch;
import io.stoker.kubernetes.Complaints;
import io.stoker.kubernetes.ConfigMapFacts;
import io.stoker.kubernetes.Leadership;
import io.stoker.kubernetes.Leadership.Candidate;
import io.stoker.kubernetes.ObjectName;
import io.stoker.kubernetes.SliceFacts;
import io.stoker.report.Pulse;
import io.stoker.report.Readiness;
import io.stoker.watch.Watcher;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The standalone watcher, wired together. */
final class WatchPod implements Program, Readiness {
  private static final Logger LOG = Logger.getLogger("stoker");

  /** By then the Lease would have to be given back. */
  private static final Duration HAND_OVER = Duration.ofSeconds(3);

  private final Pulse pulse;
  private final ExecutorService planner =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("planner").factory());
  private final ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();
  private final InstantSource clock = new MonotonicClock();
  private final Scheduler scheduler = new TimerScheduler(clock);
  private final Watcher watcher;
  private final ClusterWatch cluster;
  private final Complaints complaints = new Complaints();
  private final Optional<Leadership> leadership;
  private final WatchReplica replica;
  private volatile boolean listed;

  WatchPod(WatchSettings settings, Reporting reporting, Pulse pulse, ClusterAccess access) {
    this.pulse = pulse;
    String namespace = settings.scope().home(access.namespace());
    String identity = access.pod().name() + "_" + UUID.randomUUID();
    Optional<URI> status = settings.listenAddress().flatMap(address -> address.url(access.podIp()));
    this.leadership =
        settings
            .lease()
            .map(name -> new Candidate(new ObjectName(namespace, name), identity, status))
            .map(candidate -> leadership(access, candidate));
    this.replica = new WatchReplica(identity, leadership, this::failures);
    var requests =
        new ClusterRequests(access.client(), access.pod().name(), InstantSource.system());
    this.watcher =
        Watcher.of(
            settings.policy(),
            new Watcher.Api(requests, proofs(settings, namespace), complaints),
            replica::leads,
            new Watcher.Surroundings(
                clock,
                InstantSource.system(),
                scheduler,
                planner,
                io,
                reporting.ofFleet(replica::leads),
                reporting.journal()::statuses,
                CycleMeans::judge,
                RandomGenerator.getDefault()));
    this.cluster = new ClusterWatch(access.client(), settings.scope().in(namespace), new Ear(), io);
  }

  @Override
  public void start() {
    cluster.start();
    leadership.ifPresentOrElse(Leadership::start, watcher::lead);
  }

  @Override
  public void tick() {
    planner.execute(pulse::beat);
    cluster.tick();
    watcher.tick();
  }

  /**
   * Another replica takes over at once, knowing what is proven; what is pending is its business.
   */
  @Override
  public void stop() {
    watcher.handOver().completeOnTimeout(null, HAND_OVER.toMillis(), TimeUnit.MILLISECONDS).join();
    cluster.close();
    leadership.ifPresent(Leadership::close);
  }

  @Override
  public String missing() {
    return listed
        ? ""
        : "the API server has not told all yet; " + String.join("; ", cluster.failures());
  }

  @Override
  public Optional<WatchReplica> replica() {
    return Optional.of(replica);
  }

  private List<String> failures() {
    return Stream.of(
            leadership.flatMap(Leadership::failure).stream(),
            cluster.failures().stream(),
            complaints.open().stream())
        .flatMap(each -> each)
        .toList();
  }

  private static ObjectName proofs(WatchSettings settings, String namespace) {
    String lease = settings.lease().orElse(WatchFlag.LEASE.defaultValue());
    return new ObjectName(namespace, lease + "-proofs");
  }

  private Leadership leadership(ClusterAccess access, Candidate candidate) {
    ObjectName lease = candidate.lease();
    return new Leadership(
        access.client(),
        candidate,
        new Leadership.Listener() {
          @Override
          public void gained() {
            LOG.infov("this replica leads: it holds the Lease {0}", lease);
            watcher.lead();
          }

          @Override
          public void lost() {
            LOG.infov("this replica does not lead any more: it lost the Lease {0}", lease);
            watcher.follow();
          }
        },
        new Leadership.Surroundings(clock, scheduler, io));
  }

  /** Passes on what the API server tells. */
  private final class Ear implements ClusterWatch.Listener {
    @Override
    public boolean configMap(ConfigMapFacts now) {
      return watcher.configMap(now);
    }

    @Override
    public void configMapGone(ObjectName name, boolean secret) {
      watcher.configMapGone(name, secret);
    }

    @Override
    public void slice(SliceFacts now) {
      watcher.slice(now);
    }

    @Override
    public void sliceGone(ObjectName name) {
      watcher.sliceGone(name);
    }

    @Override
    public void listed() {
      listed = true;
    }
  }
}
