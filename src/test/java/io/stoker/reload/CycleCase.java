package io.stoker.reload;

import static io.stoker.reload.Contents.A;

import io.stoker.check.SnapshotCheck;
import io.stoker.fingerprint.Content;
import io.stoker.fingerprint.Reading;
import io.stoker.reload.ReloadCycle.Means;
import io.stoker.reload.ReloadCycle.Objection;
import io.stoker.reload.ReloadCycle.Patience;
import io.stoker.report.Trigger;
import io.stoker.target.CallFailure;
import io.stoker.testbed.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A cycle whose files, target and time a test stages. */
abstract class CycleCase {
  static final Patience PATIENCE = Patience.after(Duration.ofSeconds(30));
  static final CallFailure NOT_THERE = new CallFailure.NotThere("HTTP 404");

  final ManualClock clock = ManualClock.at(Instant.EPOCH);
  final StagedTarget target = new StagedTarget();
  ProofMemory memory = ProofMemory.none();
  SnapshotCheck check = SnapshotCheck.off();
  Reading reading = new Reading.Found(A);

  CycleResult change(Optional<Content> attempted) {
    return run(new CycleRequest(Trigger.CHANGE, false, attempted, Optional.empty()));
  }

  CycleResult run(CycleRequest request) {
    return new ReloadCycle(
            () -> reading, target, new Means(clock, PATIENCE, check, memory, Objection.none()))
        .run(request);
  }
}
