package io.stoker.reload;

import io.stoker.check.Finding;
import io.stoker.fingerprint.Content;
import io.stoker.fingerprint.Fingerprint;
import io.stoker.fingerprint.Reading;
import java.util.List;
import java.util.Optional;

/** What can happen to a target's state; nothing else changes it. */
public sealed interface ReloadEvent {

  /** Files may have changed. */
  record Hinted() implements ReloadEvent {}

  /** It is time to hash the files and to look at the target. */
  record Ticked() implements ReloadEvent {}

  /**
   * The files were hashed and the target was looked at.
   *
   * @param compared the baseline that was compared
   */
  record Looked(Reading reading, Optional<Baseline> compared, Inspection inspection)
      implements ReloadEvent {}

  /** The mounted files were compared with what the API server holds. */
  record VolumesCompared(VolumeState volumes) implements ReloadEvent {}

  /**
   * What the target accepted was looked at for what is doubtful.
   *
   * @param doubts maybe none
   */
  record Doubted(Content content, List<Finding> doubts) implements ReloadEvent {}

  /**
   * The rules of a target were compared with changed rule files.
   *
   * @param proven the content that was compared
   * @param difference what the target does not have, in one sentence; empty where it has all
   */
  record RulesCompared(Fingerprint proven, Optional<String> difference) implements ReloadEvent {}

  /** A moment came that the plan waited for. */
  record AlarmRang() implements ReloadEvent {}

  /** The cycle under way ended. */
  record CycleEnded(CycleResult result) implements ReloadEvent {}

  /** The process is to end; what is pending should be done now. */
  record StopRequested() implements ReloadEvent {}
}
