package io.stoker.diagnose;

import io.stoker.report.Diagnosis;
import java.nio.file.Path;

/** Mounts by subPath, whoever finds them. */
public final class SubPaths {
  private SubPaths() {}

  /** One that holds watched files. */
  public static Diagnosis never(Path mount) {
    return named(
        mount.toString(), mount + " is mounted by subPath, which the kubelet never updates");
  }

  /**
   * One in another container.
   *
   * @param container its name
   * @param volume the volume's name
   */
  public static Diagnosis elsewhere(String container, String volume) {
    return named(
        "container %s, volume %s".formatted(container, volume),
        "container %s mounts volume %s by subPath and never sees a change"
            .formatted(container, volume));
  }

  private static Diagnosis named(String about, String cause) {
    return new Diagnosis(
        Diagnosis.Code.SUB_PATH,
        about,
        cause,
        "mount the whole volume as a folder, without subPath");
  }
}
