package io.stoker.testbed;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.PodResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A real Prometheus and Stoker as containers of one pod, on a real kubelet, with this machine's
 * programs. Both are asked from outside the pod, since it has the host's network.
 */
public final class SidecarPod implements AutoCloseable {
  static final String NAME = "prometheus";
  private static final String CONFIG = PrometheusPod.CONFIG;
  private static final String CONFIG_FILE = PrometheusPod.CONFIG_FILE;

  private final KubernetesApi api;
  private final String namespace;
  private final PrometheusClient prometheus =
      new PrometheusClient("http://127.0.0.1:" + FreePorts.any());
  private final Pod pod;

  private SidecarPod(KubernetesApi api, UnaryOperator<Pod> refinement, String... flags) {
    this.api = api;
    this.namespace = api.namespace();
    var setup =
        StokerSetup.in(Path.of("/tmp"))
            .with("--config-file=" + CONFIG_FILE, "--reload-url=" + prometheus.url() + "/-/reload")
            .with(flags);
    this.pod = refinement.apply(SidecarSpec.pod(namespace, api, prometheus, setup.command()));
  }

  /**
   * Creates it; it may take a while until it runs.
   *
   * @param config the main file that it starts with
   * @param flags for Stoker, beside those of any sidecar
   */
  public static SidecarPod create(KubernetesApi api, String config, String... flags) {
    return new SidecarPod(api, UnaryOperator.identity(), flags).created(config);
  }

  /**
   * Creates one with an init container, which decides what Prometheus starts with.
   *
   * @param kept a folder of the node for the last good configuration
   */
  public static SidecarPod keeping(KubernetesApi api, String config, Path kept) {
    return new SidecarPod(
            api, pod -> SidecarSpec.keeping(pod, kept), "--kubernetes", "--keep-last-good=" + kept)
        .created(config);
  }

  private SidecarPod created(String config) {
    api.serviceAccount(namespace, "stoker", Rights.PODS, Rights.configMap(CONFIG), Rights.EVENTS);
    createConfigMap(config);
    api.administrator().resource(pod).create();
    return this;
  }

  /** Ends it as a user would, and waits until nothing of it runs any more. */
  public void end() {
    resource().withTimeout(2, TimeUnit.MINUTES).delete();
  }

  /** Another pod takes its place, as when a node is drained; what lies on the node stays. */
  public void replace() {
    end();
    api.administrator().resource(pod).create();
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

  /** Tries to, and tells whether the API server has answered. */
  public boolean applied(String config) {
    try {
      applyConfigMap(config);
      return true;
    } catch (KubernetesClientException e) {
      return false;
    }
  }

  /** How often the kubelet had to start a container again. */
  public int restarts() {
    return resource().get().getStatus().getContainerStatuses().stream()
        .mapToInt(ContainerStatus::getRestartCount)
        .sum();
  }

  /** What Kubernetes shows of why Stoker's container ended before; empty where nothing. */
  public String terminationMessage() {
    return resource().get().getStatus().getContainerStatuses().stream()
        .map(status -> status.getLastState().getTerminated())
        .filter(Objects::nonNull)
        .map(ended -> Objects.requireNonNullElse(ended.getMessage(), ""))
        .collect(Collectors.joining());
  }

  /** What the init container has said. */
  public String handOver() {
    return resource().inContainer(SidecarSpec.HAND_OVER).getLog();
  }

  /** SIGKILL: its container ends, and the kubelet starts it again. */
  public void killStoker() {
    stoker().destroyForcibly();
  }

  /** Stoker's process, as this machine knows it. */
  public ProcessHandle stoker() {
    return process("--reload-url=" + prometheus.url());
  }

  /** What Kubernetes would show if Stoker's container ended at this moment. */
  public String lastWords() {
    return read(stoker(), "/dev/termination-log");
  }

  /** What its volume holds at this moment, be it live or not. */
  public String mounted() {
    return read(process("--web.listen-address=" + prometheus.address()), CONFIG_FILE);
  }

  private static String read(ProcessHandle process, String file) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/root" + file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProcessHandle process(String argument) {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(argument))
        .findFirst()
        .orElseThrow();
  }

  /** Whether Stoker has logged this since its container was started last. */
  public boolean logs(String text) {
    try {
      return resource().inContainer("stoker").getLog().contains(text);
    } catch (KubernetesClientException e) {
      return false; // there is no log before there is a container
    }
  }

  /** Whether Stoker runs and has begun to hear of ConfigMaps. */
  public boolean watchesConfigMaps() {
    return logs("watching ConfigMaps");
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
}
