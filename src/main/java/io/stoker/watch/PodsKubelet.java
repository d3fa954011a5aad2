package io.stoker.watch;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The kubelet of a target's pod, which may be nudged though it could not be read. */
record PodsKubelet(ApiPort api, TargetSpec target, Supplier<List<SourceName>> configMaps)
    implements VolumeGate.Kubelet {

  @Override
  public boolean nudge() {
    return target.instance().isPod() && api.nudge(target.pod());
  }

  @Override
  public String waiting() {
    return "the kubelet is given time to bring %s to pod %s"
        .formatted(
            configMaps.get().stream().map(SourceName::name).collect(Collectors.joining(", ")),
            target.pod().name());
  }
}
