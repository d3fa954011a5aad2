package io.stoker.testbed;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import java.nio.file.Path;
import java.util.List;

/** What makes a {@link SidecarPod}: its containers run this machine's programs. */
final class SidecarSpec {
  static final String HAND_OVER = "last-good";

  private SidecarSpec() {}

  /** One in this namespace, whose containers find each other by the host's network. */
  static Pod pod(
      String namespace, KubernetesApi api, PrometheusClient prometheus, List<String> stoker) {
    var alone = PrometheusPod.of(namespace, SidecarPod.NAME, prometheus);
    var pod =
        new PodBuilder(PrometheusPod.with(alone, "stoker", stoker))
            .editSpec()
            .withServiceAccountName("stoker")
            .editMatchingContainer(container -> container.getName().equals("stoker"))
            .addToEnv(
                field("POD_NAME", "metadata.name"), field("POD_NAMESPACE", "metadata.namespace"))
            .endContainer()
            .endSpec();
    return HostPod.of(pod.build(), api);
  }

  /**
   * The same with Stoker as an init container, too, and a Prometheus that starts with what that
   * hands over.
   *
   * @param kept a folder of the node
   */
  static Pod keeping(Pod pod, Path kept) {
    Path live = Path.of("/").relativize(Path.of(PrometheusPod.CONFIG_FILE));
    String handed = PrometheusPod.CONFIG_FLAG + kept.resolve("current").resolve(live);
    Volume volume = HostPod.volume(kept);
    List<Container> containers =
        pod.getSpec().getContainers().stream()
            .map(
                container ->
                    new ContainerBuilder(container).addToVolumeMounts(HostPod.mount(volume)))
            .map(ContainerBuilder::build)
            .toList();
    Container prometheus = containers.getFirst();
    prometheus
        .getCommand()
        .replaceAll(word -> word.startsWith(PrometheusPod.CONFIG_FLAG) ? handed : word);
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

  private static EnvVar field(String name, String path) {
    return new EnvVarBuilder()
        .withName(name)
        .withNewValueFrom()
        .withNewFieldRef("v1", path)
        .endValueFrom()
        .build();
  }
}
