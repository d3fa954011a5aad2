package io.stoker.testbed;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import io.fabric8.kubernetes.client.dsl.PodResource;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A real Prometheus and Stoker as containers of one pod, on a real kubelet, with this machine's
 * programs. Both are asked from outside the pod, since it has the host's network.
 */
public final class SidecarPod implements AutoCloseable {
  private static final String NAME = "prometheus";
  private static final String CONFIG = "prometheus-config";
  private static final String CONFIG_FILE = "/etc/prometheus/prometheus.yml";

  private final KubernetesApi api;
  private final String namespace;
  private final PrometheusClient prometheus;
  private final StokerSetup setup;

  private SidecarPod(KubernetesApi api, PrometheusClient prometheus, StokerSetup setup) {
    this.api = api;
    this.namespace = api.namespace();
    this.prometheus = prometheus;
    this.setup = setup;
  }

  /**
   * Creates it; it may take a while until it runs.
   *
   * @param config the main file that it starts with
   * @param flags for Stoker, beside those of any sidecar
   */
  public static SidecarPod create(KubernetesApi api, String config, String... flags) {
    var prometheus = new PrometheusClient("http://127.0.0.1:" + FreePorts.any());
    var setup =
        StokerSetup.in(Path.of("/tmp"))
            .with("--config-file=" + CONFIG_FILE, "--reload-url=" + prometheus.url() + "/-/reload")
            .with(flags);
    var pod = new SidecarPod(api, prometheus, setup);
    api.serviceAccount(
        pod.namespace, "stoker", Rights.PODS, Rights.configMap(CONFIG), Rights.EVENTS);
    pod.createConfigMap(config);
    api.administrator().resource(pod.pod()).create();
    return pod;
  }

  /** Whether Prometheus runs a config with this text in it. */
  public boolean serves(String text) {
    try {
      return prometheus.servedConfig().contains(text);
    } catch (UncheckedIOException | IllegalStateException e) {
      return false;
    }
  }

  /** {@code kubectl delete -f} and {@code kubectl create -f}, back to back. */
  public void recreateConfigMap(String config) {
    api.administrator().configMaps().inNamespace(namespace).withName(CONFIG).delete();
    createConfigMap(config);
  }

  /** {@code kubectl apply -f}. */
  public void applyConfigMap(String config) {
    api.administrator().resource(configMap(config)).update();
  }

  /** How often the kubelet had to start a container again. */
  public int restarts() {
    return resource().get().getStatus().getContainerStatuses().stream()
        .mapToInt(ContainerStatus::getRestartCount)
        .sum();
  }

  /** What Stoker has logged since its container was started last. */
  public String log() {
    return resource().inContainer("stoker").getLog();
  }

  @Override
  public void close() {
    resource().withGracePeriod(0).delete();
  }

  private PodResource resource() {
    return api.administrator().pods().inNamespace(namespace).withName(NAME);
  }

  private void createConfigMap(String config) {
    api.administrator().resource(configMap(config)).create();
  }

  private ConfigMap configMap(String config) {
    return ConfigMaps.of(namespace, CONFIG, "prometheus.yml", config);
  }

  private Pod pod() {
    return new PodBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(NAME)
        .endMetadata()
        .withNewSpec()
        .withNodeName(api.node())
        .withHostNetwork(true)
        .withServiceAccountName("stoker")
        .withContainers(container(NAME, prometheusCommand()), container("stoker", setup.command()))
        .withVolumes(volumes())
        .endSpec()
        .build();
  }

  private List<String> prometheusCommand() {
    return List.of(
        Tool.prometheus().toString(),
        "--config.file=" + CONFIG_FILE,
        "--web.enable-lifecycle",
        "--web.listen-address=" + prometheus.url().substring("http://".length()),
        "--storage.tsdb.path=/data");
  }

  private Container container(String name, List<String> command) {
    return new ContainerBuilder()
        .withName(name)
        .withImage("stoker.test/host:1")
        .withImagePullPolicy("Never")
        .withCommand(command)
        .withEnv(environment())
        .withVolumeMounts(volumes().stream().map(SidecarPod::mount).toList())
        .build();
  }

  private List<EnvVar> environment() {
    var all = new ArrayList<>(api.environment());
    all.add(field("POD_NAME", "metadata.name"));
    all.add(field("POD_NAMESPACE", "metadata.namespace"));
    return all;
  }

  private static EnvVar field(String name, String path) {
    return new EnvVarBuilder()
        .withName(name)
        .withNewValueFrom()
        .withNewFieldRef("v1", path)
        .endValueFrom()
        .build();
  }

  private static List<Volume> volumes() {
    var config =
        new VolumeBuilder().withName("config").withNewConfigMap().withName(CONFIG).endConfigMap();
    var data = new VolumeBuilder().withName("data").withNewEmptyDir().endEmptyDir();
    return Stream.concat(
            Stream.of(config.build(), data.build()),
            Stream.of(Path.of("/usr"), program(), Tool.prometheus().getParent().getParent())
                .map(SidecarPod::ofHost))
        .toList();
  }

  private static Path program() {
    return StokerSetup.executable().map(Path::getParent).orElse(Path.of("target"));
  }

  private static Volume ofHost(Path folder) {
    String path = folder.toAbsolutePath().toString();
    return new VolumeBuilder()
        .withName("host-" + Integer.toHexString(path.hashCode()))
        .withNewHostPath(path, "Directory")
        .build();
  }

  private static VolumeMount mount(Volume volume) {
    String path =
        switch (volume.getName()) {
          case "config" -> "/etc/prometheus";
          case "data" -> "/data";
          default -> volume.getHostPath().getPath();
        };
    return new VolumeMountBuilder().withName(volume.getName()).withMountPath(path).build();
  }
}
