package io.stoker.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one target now.
 *
 * @param target its name
 * @param nextAttemptAt when it will be reloaded next, if that is known
 * @param restartUnsafe whether it has refused what it would start with, until it is proven to run
 *     something again
 * @param findings what a check of the files has found in the last cycle
 * @param sources the ConfigMaps that feed it, such as {@code monitoring/prometheus-config}; empty
 *     where it reads files
 */
public record TargetStatus(
    String target,
    @JsonUnwrapped Verdict verdict,
    @JsonUnwrapped Contents contents,
    Optional<Instant> nextAttemptAt,
    boolean restartUnsafe,
    List<FindingEntry> findings,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> sources) {

  public TargetStatus {
    findings = List.copyOf(findings);
    sources = List.copyOf(sources);
  }

  /** Of a target that this process has not asked for anything. */
  public static TargetStatus unproven(String target, Verdict verdict, List<String> sources) {
    return new TargetStatus(
        target, verdict, Contents.UNKNOWN, Optional.empty(), false, List.of(), sources);
  }

  /**
   * The state in a word and a sentence.
   *
   * @param since when it became so
   */
  public record Verdict(StateWord state, String reason, Instant since) {}

  /**
   * Fingerprints of what the target was asked to load and of what it was proven to run.
   *
   * @param provenAt when that was
   */
  public record Contents(
      Optional<String> attempted, Optional<String> confirmed, Optional<Instant> provenAt) {

    /** Nothing is known yet. */
    public static final Contents UNKNOWN =
        new Contents(Optional.empty(), Optional.empty(), Optional.empty());
  }
}
