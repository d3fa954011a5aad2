package io.stoker.watch;

import io.stoker.kubernetes.ObjectName;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The kubelet of a target's pod.
 *
 * @param isPod whether there is a pod that can be asked for
 */
record PodsKubelet(
    ApiPort api, ObjectName pod, boolean isPod, Supplier<List<SourceName>> configMaps)
    implements VolumeGate.Kubelet {

  @Override
  public boolean nudge() {
    return isPod && api.nudge(pod);
  }

  @Override
  public String waiting() {
    return "the kubelet is given time to bring %s to pod %s"
        .formatted(
            configMaps.get().stream().map(SourceName::name).collect(Collectors.joining(", ")),
            pod.name());
  }
}
