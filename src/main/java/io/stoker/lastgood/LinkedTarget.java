package io.stoker.lastgood;

import io.stoker.report.Diagnoses;
import io.stoker.target.ForwardingTarget;
import io.stoker.target.ReloadReply;
import io.stoker.target.Target;
import java.io.IOException;
import java.util.List;

/**
 * A target that may read its files through {@code current}: a reload is one of the live files, and
 * where it refuses them it would start with the last good ones.
 */
public final class LinkedTarget extends ForwardingTarget {
  private static final String FINDER = "last-good link";

  private final LastGoodFolder folder;
  private final Diagnoses diagnoses;

  public LinkedTarget(Target target, LastGoodFolder folder, Diagnoses diagnoses) {
    super(target);
    this.folder = folder;
    this.diagnoses = diagnoses;
  }

  @Override
  public ReloadReply reload() {
    point(folder::pointToLive);
    ReloadReply reply = super.reload();
    switch (reply) {
      case ReloadReply.Rejected rejected -> point(folder::pointToGood);
      case ReloadReply.Accepted accepted -> {}
      case ReloadReply.Misconfigured misconfigured -> {}
      case ReloadReply.Unavailable unavailable -> {}
      case ReloadReply.Failed failed -> {}
    }
    return reply;
  }

  /** A link that cannot be moved keeps nobody from reloading. */
  private void point(Pointing pointing) {
    try {
      pointing.run();
      diagnoses.found(FINDER, List.of());
    } catch (IOException e) {
      diagnoses.found(FINDER, List.of(UnwritableFolder.diagnosis(folder, e)));
    }
  }

  @FunctionalInterface
  private interface Pointing {
    void run() throws IOException;
  }
}
