package io.stoker.testbed;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Pods whose containers run this machine's programs, on its node and in its network. */
public final class HostPod {
  private HostPod() {}

  /** The same pod, with whatever its commands need. */
  public static Pod of(Pod pod, KubernetesApi api) {
    List<Volume> programs =
        Stream.of(Path.of("/usr"), stoker(), Tool.prometheus().getParent().getParent())
            .map(HostPod::volume)
            .toList();
    List<Container> containers =
        pod.getSpec().getContainers().stream()
            .map(container -> container(container, programs, api))
            .toList();
    return new PodBuilder(pod)
        .editSpec()
        .withNodeName(api.node())
        .withHostNetwork(true)
        .withContainers(containers)
        .addAllToVolumes(programs)
        .endSpec()
        .build();
  }

  /** The same container, if it listens on another port and on the loopback interface only. */
  public static Container onLoopback(Container container, int port) {
    return new ContainerBuilder(container)
        .editFirstPort()
        .withContainerPort(port)
        .endPort()
        .editReadinessProbe()
        .editHttpGet()
        .withHost("127.0.0.1")
        .endHttpGet()
        .endReadinessProbe()
        .editLivenessProbe()
        .editHttpGet()
        .withHost("127.0.0.1")
        .endHttpGet()
        .endLivenessProbe()
        .build();
  }

  /** A folder of the node. */
  static Volume volume(Path folder) {
    String path = folder.toAbsolutePath().toString();
    return new VolumeBuilder()
        .withName("host-" + Integer.toHexString(path.hashCode()))
        .withNewHostPath(path, "Directory")
        .build();
  }

  /** Where the node has it. */
  static VolumeMount mount(Volume volume) {
    return new VolumeMountBuilder()
        .withName(volume.getName())
        .withMountPath(volume.getHostPath().getPath())
        .build();
  }

  private static Container container(
      Container container, List<Volume> programs, KubernetesApi api) {
    return new ContainerBuilder(container)
        .withImage("stoker.test/host:1")
        .withImagePullPolicy("Never")
        .addAllToEnv(api.environment())
        .addAllToVolumeMounts(programs.stream().map(HostPod::mount).toList())
        .build();
  }

  private static Path stoker() {
    return StokerSetup.executable().map(Path::getParent).orElse(Path.of("target"));
  }
}
