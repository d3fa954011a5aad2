package io.stoker.reload;

import io.stoker.fingerprint.Content;

/** The last proof, kept where it outlives the process. */
public interface ProofMemory {

  /** Whether the last proof was of this content. */
  boolean isOf(Content content);

  /**
   * Whether the target was proven to run this content, and said of itself then what it says now.
   */
  boolean holds(Content content, Baseline now);

  /** Takes the place of the proof before; must not block. */
  void keep(Content content, Baseline baseline);

  /** Remembers nothing. */
  static ProofMemory none() {
    return new ProofMemory() {
      @Override
      public boolean isOf(Content content) {
        return false;
      }

      @Override
      public boolean holds(Content content, Baseline now) {
        return false;
      }

      @Override
      public void keep(Content content, Baseline baseline) {}
    };
  }
}
