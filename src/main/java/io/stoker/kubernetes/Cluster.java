package io.stoker.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.stoker.debounce.Scheduler;
import io.stoker.reload.VolumeState;
import io.stoker.report.Diagnoses;
import io.stoker.report.ReloadReport;
import io.stoker.report.Reporter;
import io.stoker.report.TargetStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * What the cluster adds to a sidecar: it hears of new content before the kubelet brings it, and
 * makes the kubelet bring it at once. Without the API server all goes on as without this.
 */
public final class Cluster implements Reporter {
  private static final Logger LOG = Logger.getLogger("stoker");
  private static final Duration RETRY = Duration.ofSeconds(10);
  private static final String FIND_POD = "find out what this pod mounts";

  private final Supplier<KubernetesClient> client;
  private final PodName name;
  private final List<Path> watched;
  private final Diagnoses diagnoses;
  private final Surroundings around;
  private final Complaints complaints = new Complaints();
  private volatile Optional<PodSide> side = Optional.empty();

  /**
   * The pod that Stoker runs in.
   *
   * @param namespace empty where the service account tells it
   */
  public record PodName(String namespace, String name) {
    private String unknown() {
      return "there is no pod \"%s\"; set POD_NAME and POD_NAMESPACE by the downward API"
          .formatted(name);
    }
  }

  /**
   * What it lives on.
   *
   * @param plannerThread runs one task at a time, in their order
   * @param io runs what blocks
   * @param changed hears how the volumes stand, each time that changes
   */
  public record Surroundings(
      InstantSource clock,
      Scheduler scheduler,
      Executor plannerThread,
      Executor io,
      Consumer<VolumeState> changed) {}

  /**
   * A cluster that was not asked anything yet.
   *
   * @param client made when it is first needed
   * @param watched files and folders as the own container sees them
   */
  public Cluster(
      Supplier<KubernetesClient> client,
      PodName name,
      List<Path> watched,
      Diagnoses diagnoses,
      Surroundings around) {
    this.client = client;
    this.name = name;
    this.watched = watched;
    this.diagnoses = diagnoses;
    this.around = around;
  }

  /** Begins, and returns at once. */
  public void start() {
    around.io().execute(this::findPod);
  }

  /** Something may have changed in a volume. */
  public void hint() {
    side.ifPresent(PodSide::hint);
  }

  /** It is time to ask the API server instead of waiting for it; called now and then. */
  public void tick() {
    side.ifPresent(PodSide::tick);
  }

  /** How long a volume has been behind the API server; zero if none is. */
  public Duration lag() {
    return side.map(PodSide::lag).orElse(Duration.ZERO);
  }

  @Override
  public void reported(ReloadReport report) {
    side.ifPresent(pod -> pod.reported(report));
  }

  @Override
  public void changed(TargetStatus status) {
    side.ifPresent(pod -> pod.changed(status));
  }

  private void findPod() {
    try {
      var api = new ApiServer(client.get());
      api.pod(name)
          .map(json -> PodReader.read(json, watched))
          .ifPresentOrElse(pod -> found(pod, api), () -> notFound(name.unknown()));
    } catch (RuntimeException e) {
      notFound(ApiFailures.cause(e, ApiFailures.PODS));
    }
  }

  private void found(OwnPod pod, ApiServer api) {
    complaints.worked(FIND_POD);
    pod.notices().forEach(LOG::warn);
    diagnoses.found("pod", pod.diagnoses());
    LOG.infov("watching ConfigMaps {0} in namespace {1}", pod.configMaps(), pod.ref().namespace());
    var begun = new PodSide(pod, api, diagnoses, around);
    side = Optional.of(begun);
    begun.start();
  }

  private void notFound(String cause) {
    complaints.failed(FIND_POD, cause, PodSide.FILES_TELL);
    around.scheduler().at(around.clock().instant().plus(RETRY), this::start);
  }
}
