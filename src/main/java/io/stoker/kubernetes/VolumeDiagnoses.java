package io.stoker.kubernetes;

import io.stoker.diagnose.SizeLimit;
import io.stoker.report.Diagnosis;
import io.stoker.report.Diagnosis.Code;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What keeps changes from reaching a volume, or soon will. */
final class VolumeDiagnoses {
  /** A nudged kubelet takes seconds, and one that nobody nudges about 90 s at most. */
  private static final Duration MINUTES = Duration.ofMinutes(2);

  private VolumeDiagnoses() {}

  static List<Diagnosis> of(String configMap, ConfigMapVersion version) {
    return switch (version) {
      case ConfigMapVersion.Absent absent -> List.of();
      case ConfigMapVersion.Present present -> {
        String about = "ConfigMap " + configMap;
        yield Stream.of(immutable(about, present), SizeLimit.near(about, present.size()))
            .flatMap(Optional::stream)
            .toList();
      }
    };
  }

  private static Optional<Diagnosis> immutable(String about, ConfigMapVersion.Present present) {
    return present.immutable()
        ? Optional.of(
            new Diagnosis(
                Code.IMMUTABLE_CONFIG_MAP,
                about,
                about + " is immutable, so the kubelet never updates its volume",
                "create it anew without immutable: true, then delete the pod"))
        : Optional.empty();
  }

  /**
   * Of volumes that are behind the API server.
   *
   * @param waiting what is waited for, in one sentence
   */
  static List<Diagnosis> of(Duration lag, String waiting) {
    return lag.compareTo(MINUTES) < 0
        ? List.of()
        : List.of(
            new Diagnosis(
                Code.STALE_FILE,
                "volumes",
                waiting + ", for more than two minutes",
                "see whether the node is Ready and what its kubelet logs; deleting the pod mounts anew"));
  }
}
