package io.stoker.lastgood;

import io.stoker.report.Diagnosis;
import io.stoker.report.Diagnosis.Code;
import io.stoker.source.ReadFailures;
import java.io.IOException;
import java.nio.file.AccessDeniedException;

/** Why the last good configuration is not kept. */
final class UnwritableFolder {
  private UnwritableFolder() {}

  static Diagnosis diagnosis(LastGoodFolder folder, IOException failure) {
    return new Diagnosis(
        Code.UNWRITABLE_OUTPUT,
        folder.path().toString(),
        "the last good configuration cannot be kept in %s: %s"
            .formatted(folder.path(), cause(failure)),
        "let the user that Stoker runs as write there, or give --keep-last-good another folder");
  }

  static Diagnosis tooLarge(LastGoodFolder folder) {
    return new Diagnosis(
        Code.UNWRITABLE_OUTPUT,
        folder.path().toString(),
        "the last good configuration is not kept, since all watched files together are larger than 64 MiB",
        "watch only the folders that Prometheus reads");
  }

  /** One sentence, without the path. */
  static String cause(IOException failure) {
    return failure instanceof AccessDeniedException
        ? "permission denied"
        : ReadFailures.cause(failure);
  }
}
