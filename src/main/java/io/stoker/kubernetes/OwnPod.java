package io.stoker.kubernetes;

import io.stoker.report.Diagnosis;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The pod that Stoker runs in, as far as it matters.
 *
 * @param ref what Events are about and nudges are sent to
 * @param volumes those of its own container that hold ConfigMaps and nothing else
 * @param complete whether they hold all that is watched, so that nothing else can change
 * @param notices what the user should know of other volumes, one sentence each
 * @param diagnoses of mounts that are never updated
 */
record OwnPod(
    Ref ref,
    List<ConfigMapVolume> volumes,
    boolean complete,
    List<String> notices,
    List<Diagnosis> diagnoses) {

  /** The pod's names. */
  record Ref(String namespace, String name, String uid) {}

  /** The names of all ConfigMaps in its volumes. */
  Set<String> configMaps() {
    return volumes.stream()
        .flatMap(volume -> volume.parts().stream())
        .map(ConfigMapVolume.Part::configMap)
        .collect(Collectors.toSet());
  }
}
