package io.stoker.reload;

import io.stoker.check.SnapshotCheck;
import io.stoker.fingerprint.ConfigReader;
import io.stoker.fingerprint.Content;
import io.stoker.report.Outcome;
import io.stoker.target.Target;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Read – check – reload – verify – read: one try to bring the target to what the files hold, with
 * the proof. Blocks until it is done or its deadlines have passed.
 */
public final class ReloadCycle {
  private final ConfigReader reader;
  private final Target target;
  private final Means means;

  /**
   * What a cycle works with beside files and target.
   *
   * @param check looks for faults in the files
   * @param memory keeps proofs for the next process
   * @param objection to a reload that the target says took place
   */
  public record Means(
      InstantSource clock,
      Patience patience,
      SnapshotCheck check,
      ProofMemory memory,
      Objection objection) {}

  /** Speaks against a proof where the target may read other files than are read here. */
  @FunctionalInterface
  public interface Objection {

    /**
     * Why what the target runs may not be this content; empty if it is. May block.
     *
     * @return {@code PENDING}, {@code UNCONFIRMED} or {@code UNVERIFIABLE}
     */
    Optional<Outcome> to(Content content);

    /** For files that the target reads, too. */
    static Objection none() {
      return content -> Optional.empty();
    }
  }

  /**
   * How long a request may go unanswered before it is taken for lost, so that another may be sent.
   *
   * @param late after it timed out: it takes longer than it should
   * @param broken after its connection broke: most often it never arrived, or its process is gone
   */
  public record Patience(Duration late, Duration broken) {
    private static final int LATE_TIMEOUTS = 10;
    private static final Duration BROKEN = Duration.ofSeconds(5);

    Duration with(boolean arrived) {
      return arrived ? late : broken;
    }

    /** The patience for a deadline of reload requests. */
    public static Patience after(Duration reloadTimeout) {
      Duration broken = reloadTimeout.compareTo(BROKEN) < 0 ? reloadTimeout : BROKEN;
      return new Patience(reloadTimeout.multipliedBy(LATE_TIMEOUTS), broken);
    }
  }

  /** A cycle for this target. */
  public ReloadCycle(ConfigReader reader, Target target, Means means) {
    this.reader = reader;
    this.target = target;
    this.means = means;
  }

  String targetName() {
    return target.name();
  }

  CycleResult run(CycleRequest request) {
    return new CycleRun(this, request).result();
  }

  ConfigReader reader() {
    return reader;
  }

  Target target() {
    return target;
  }

  InstantSource clock() {
    return means.clock();
  }

  Patience patience() {
    return means.patience();
  }

  ProofMemory memory() {
    return means.memory();
  }

  Objection objection() {
    return means.objection();
  }

  SnapshotCheck check() {
    return means.check();
  }
}
