package io.stoker.kubernetes;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a pod mounts and whether Stoker runs in it.
 *
 * @param configMaps whose changes the kubelet brings into it: mounted as volumes, alone or
 *     projected, and not by subPath only
 * @param secrets the same of Secrets
 * @param sidecar a Stoker that tends this pod already
 */
public record PodFacts(
    ObjectName name,
    String uid,
    Set<String> configMaps,
    Set<String> secrets,
    Optional<SidecarPort> sidecar) {

  public PodFacts {
    configMaps = Set.copyOf(configMaps);
    secrets = Set.copyOf(secrets);
  }

  /**
   * A container that runs Stoker.
   *
   * @param number where its status can be asked for at the pod's address; empty if it serves none,
   *     or only to its own pod
   */
  public record SidecarPort(String container, OptionalInt number) {}
}
