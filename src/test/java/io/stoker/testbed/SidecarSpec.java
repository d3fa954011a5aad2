package io.stoker.testbed;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What makes a {@link SidecarPod}: its containers run this machine's programs. */
final class SidecarSpec {
  private static final String CONFIG_FILE = "--config.file=";
  static final String HAND_OVER = "last-good";

  private SidecarSpec() {}

  /** One in this namespace, whose containers find each other by the host's network. */
  static Pod pod(
      String namespace, KubernetesApi api, PrometheusClient prometheus, List<String> stoker) {
    return new PodBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(SidecarPod.NAME)
        .endMetadata()
        .withNewSpec()
        .withNodeName(api.node())
        .withHostNetwork(true)
        .withServiceAccountName("stoker")
        .withContainers(
            container(SidecarPod.NAME, prometheusCommand(prometheus), api),
            container("stoker", stoker, api))
        .withVolumes(volumes())
        .endSpec()
        .build();
  }

  /**
   * The same with Stoker as an init container, too, and a Prometheus that starts with what that
   * hands over.
   *
   * @param kept a folder of the node
   */
  static Pod keeping(Pod pod, Path kept) {
    Path live = Path.of("/").relativize(Path.of(SidecarPod.CONFIG_FILE));
    String handed = CONFIG_FILE + kept.resolve("current").resolve(live);
    Volume volume = ofHost(kept);
    List<Container> containers =
        pod.getSpec().getContainers().stream()
            .map(container -> new ContainerBuilder(container).addToVolumeMounts(mount(volume)))
            .map(ContainerBuilder::build)
            .toList();
    Container prometheus = containers.getFirst();
    prometheus.getCommand().replaceAll(word -> word.startsWith(CONFIG_FILE) ? handed : word);
    var handOver =
        new ContainerBuilder(containers.getLast())
            .withName(HAND_OVER)
            .addToCommand("--watch-interval=0");
    return new PodBuilder(pod)
        .editSpec()
        .addToVolumes(volume)
        .withContainers(containers)
        .withInitContainers(handOver.build())
        .endSpec()
        .build();
  }

  private static List<String> prometheusCommand(PrometheusClient prometheus) {
    return List.of(
        Tool.prometheus().toString(),
        CONFIG_FILE + SidecarPod.CONFIG_FILE,
        "--web.enable-lifecycle",
        "--web.listen-address=" + prometheus.address(),
        "--storage.tsdb.path=/data");
  }

  private static Container container(String name, List<String> command, KubernetesApi api) {
    return new ContainerBuilder()
        .withName(name)
        .withImage("stoker.test/host:1")
        .withImagePullPolicy("Never")
        .withCommand(command)
        .withEnv(environment(api))
        .withVolumeMounts(volumes().stream().map(SidecarSpec::mount).toList())
        .build();
  }

  private static List<EnvVar> environment(KubernetesApi api) {
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
        new VolumeBuilder()
            .withName("config")
            .withNewConfigMap()
            .withName(SidecarPod.CONFIG)
            .endConfigMap();
    var data = new VolumeBuilder().withName("data").withNewEmptyDir().endEmptyDir();
    return Stream.concat(
            Stream.of(config.build(), data.build()),
            Stream.of(Path.of("/usr"), program(), Tool.prometheus().getParent().getParent())
                .map(SidecarSpec::ofHost))
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
