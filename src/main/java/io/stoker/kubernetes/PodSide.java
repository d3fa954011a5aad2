package io.stoker.kubernetes;

import io.fabric8.kubernetes.api.model.Event;
import io.stoker.fingerprint.ConfigReader;
import io.stoker.fingerprint.Fingerprinter;
import io.stoker.kubernetes.Cluster.Surroundings;
import io.stoker.report.Diagnoses;
import io.stoker.report.ReloadReport;
import io.stoker.report.TargetStatus;
import io.stoker.source.DirectorySource;
import io.stoker.source.WatchedRoot;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** One pod's ConfigMaps, volumes, nudges and Events. */
final class PodSide implements ConfigMapWatch.Listener {
  static final String FILES_TELL = "changes are seen when the kubelet brings them";

  /** The annotation that wakes the kubelet. */
  static final String NUDGE = "stoker.io/nudge";

  private static final Duration RESYNC_EVERY = Duration.ofMinutes(1);
  private static final Duration FULL_LOOK_EVERY = Duration.ofMinutes(1);
  private static final Duration FULL_READ_EVERY = Duration.ofHours(1);

  private final OwnPod pod;
  private final ApiServer api;
  private final Diagnoses diagnoses;
  private final Surroundings around;
  private final Complaints complaints = new Complaints();
  private final VolumeSync sync;
  private final EventWriter events;
  private final AtomicReference<List<ConfigMapWatch>> watches = new AtomicReference<>(List.of());
  private final AtomicReference<Instant> resynced;

  PodSide(OwnPod pod, ApiServer api, Diagnoses diagnoses, Surroundings around) {
    this.pod = pod;
    this.api = api;
    this.diagnoses = diagnoses;
    this.around = around;
    this.events = new EventWriter(pod, around.clock(), around.io(), this::create);
    this.sync =
        new VolumeSync(
            new SyncPlanner(pod),
            readers(pod),
            new VolumeSync.Ports(
                around.clock(),
                around.scheduler(),
                around.plannerThread(),
                around.io(),
                this::nudge,
                around.changed()));
    this.resynced = new AtomicReference<>(around.clock().instant());
  }

  void start() {
    watches.set(
        pod.configMaps().stream()
            .map(name -> new ConfigMapWatch(api, pod.ref().namespace(), name, this))
            .toList());
    hint();
  }

  void hint() {
    sync.hint();
  }

  /** Asks the API server where a watch was lost, and once a minute, since one may be silent. */
  void tick() {
    Instant now = around.clock().instant();
    Instant last = resynced.get();
    boolean due = !now.isBefore(last.plus(RESYNC_EVERY)) && resynced.compareAndSet(last, now);
    watches.get().stream()
        .filter(watch -> due || !watch.isWatching())
        .forEach(watch -> around.io().execute(watch::resync));
    if (sync.lag().compareTo(EventWriter.LONG_LAG) > 0) {
      events.lagging(sync.reason());
    }
    diagnoses.found("volumes", VolumeDiagnoses.of(sync.lag(), sync.reason()));
  }

  Duration lag() {
    return sync.lag();
  }

  void reported(ReloadReport report) {
    events.reported(report);
  }

  void changed(TargetStatus status) {
    events.changed(status);
  }

  @Override
  public void heard(String configMap, ConfigMapVersion version) {
    complaints.worked(watching(configMap));
    diagnoses.found(configMap, VolumeDiagnoses.of(configMap, version));
    sync.accept(new SyncEvent.Heard(configMap, version));
  }

  @Override
  public void lost(String configMap, Throwable cause) {
    String reason = ApiFailures.cause(cause, ApiFailures.configMap(configMap));
    complaints.failed(watching(configMap), reason, FILES_TELL);
    sync.accept(new SyncEvent.Lost());
  }

  private static String watching(String configMap) {
    return "watch ConfigMap " + configMap;
  }

  private void nudge() {
    attempt(
        "nudge the kubelet",
        () -> api.annotate(pod.ref(), NUDGE, Instant.now().toString()),
        ApiFailures.PODS,
        "it takes its own time");
  }

  private void create(Event event) {
    attempt(
        "write Events",
        () -> api.create(event),
        ApiFailures.EVENTS,
        "log and status tell the same");
  }

  private void attempt(String what, Runnable request, String rule, String meanwhile) {
    try {
      request.run();
      complaints.worked(what);
    } catch (RuntimeException e) {
      complaints.failed(what, ApiFailures.cause(e, rule), meanwhile);
    }
  }

  private static Map<ConfigMapVolume, ConfigReader> readers(OwnPod pod) {
    var readers = new HashMap<ConfigMapVolume, ConfigReader>();
    for (ConfigMapVolume volume : pod.volumes()) {
      var root = List.of(WatchedRoot.directory(volume.mountPath()));
      var source = new DirectorySource(root, InstantSource.system(), FULL_LOOK_EVERY);
      var own = new OwnFiles(source, volume.nested());
      readers.put(volume, new Fingerprinter(own, InstantSource.system(), FULL_READ_EVERY));
    }
    return readers;
  }
}
