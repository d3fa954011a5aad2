package io.stoker.testbed;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.List;

/** A pod whose Prometheus mounts a ConfigMap; to be made one of the machine by {@link HostPod}. */
public final class PrometheusPod {
  /** The ConfigMap that it mounts. */
  public static final String CONFIG = "prometheus-config";

  /** Where its main file is. */
  public static final String CONFIG_FILE = "/etc/prometheus/prometheus.yml";

  static final String CONFIG_FLAG = "--config.file=";

  private PrometheusPod() {}

  /** One that listens where the client asks. */
  public static Pod of(String namespace, String name, PrometheusClient client) {
    return new PodBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(name)
        .endMetadata()
        .withNewSpec()
        .withContainers(container("prometheus", command(client)))
        .addNewVolume()
        .withName("config")
        .withNewConfigMap()
        .withName(CONFIG)
        .endConfigMap()
        .endVolume()
        .addNewVolume()
        .withName("data")
        .withNewEmptyDir()
        .endEmptyDir()
        .endVolume()
        .endSpec()
        .build();
  }

  /** The same with another container beside, which sees the same files. */
  public static Pod with(Pod pod, String name, List<String> command) {
    return new PodBuilder(pod)
        .editSpec()
        .addToContainers(container(name, command))
        .endSpec()
        .build();
  }

  private static Container container(String name, List<String> command) {
    return new ContainerBuilder()
        .withName(name)
        .withCommand(command)
        .addNewVolumeMount()
        .withName("config")
        .withMountPath("/etc/prometheus")
        .endVolumeMount()
        .addNewVolumeMount()
        .withName("data")
        .withMountPath("/data")
        .endVolumeMount()
        .build();
  }

  private static List<String> command(PrometheusClient client) {
    return List.of(
        Tool.prometheus().toString(),
        CONFIG_FLAG + CONFIG_FILE,
        "--web.enable-lifecycle",
        "--web.listen-address=" + client.address(),
        "--storage.tsdb.path=/data");
  }
}
