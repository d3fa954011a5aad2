package io.stoker.diagnose;

import io.stoker.report.Diagnosis;
import java.util.Locale;
import java.util.Optional;

/**
 * How much a ConfigMap or Secret may hold: all values together 1 MiB (Kubernetes v1.34,
 * pkg/apis/core/validation, MaxSecretSize).
 */
public final class SizeLimit {
  private static final long LIMIT = 1024 * 1024;

  /** Enough time to act, for most configurations grow slowly. */
  private static final long NEAR = LIMIT * 9 / 10;

  private SizeLimit() {}

  /**
   * Tells of what is near the limit. Beyond it are only volumes of several objects, of which
   * nothing can be told.
   *
   * @param about the object, or the volume that holds it
   * @param size of all values, in bytes
   */
  public static Optional<Diagnosis> near(String about, long size) {
    return size < NEAR || size > LIMIT
        ? Optional.empty()
        : Optional.of(
            new Diagnosis(
                Diagnosis.Code.NEAR_SIZE_LIMIT,
                about,
                String.format(
                    Locale.ROOT,
                    "%s holds %.2f MiB, and Kubernetes refuses a ConfigMap of more than 1 MiB",
                    about,
                    (double) size / LIMIT),
                "move a part, such as rule files, into another ConfigMap"));
  }
}
