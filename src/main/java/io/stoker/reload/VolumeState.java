package io.stoker.reload;

import java.time.Instant;

/** How the mounted files stand to what the API server holds, where somebody compares them. */
public sealed interface VolumeState {

  /** Nobody compares, or nobody can at this time: the files alone tell of changes. */
  record Unknown() implements VolumeState {}

  /** Everything watched is what the API server holds. */
  record Complete() implements VolumeState {}

  /**
   * The API server holds something newer.
   *
   * @param reason what is waited for, in one sentence
   * @param since when the newer content was first heard of
   */
  record Behind(String reason, Instant since) implements VolumeState {}

  /**
   * The kubelet will leave the files as they are until somebody acts.
   *
   * @param reason why, in one sentence
   */
  record Stuck(String reason) implements VolumeState {}
}
