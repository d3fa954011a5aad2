package io.stoker.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The words for a target's state, the same in JSON, metrics and logs. */
public enum StateWord {
  /** The target was proven to run what the files hold. */
  IN_SYNC,
  /** A change was seen; its burst has not ended yet. */
  SETTLING,
  /** The API server holds newer content than the mounted volume. */
  PENDING_KUBELET,
  /** A reload is under way. */
  RELOADING,
  /** The target refused the content; the one before goes on. */
  REJECTED,
  /** Stoker's own check refused the content; the one before goes on. */
  INVALID,
  /** The target does not answer. */
  UNREACHABLE,
  /** The target runs something else than it was proven to run. */
  DRIFTED,
  /** Applied, but nobody can tell whether the content is the files'. */
  UNVERIFIABLE,
  /** No proof by the deadline. */
  UNCONFIRMED,
  /** Files are missing without which nothing must be reloaded. */
  SOURCE_MISSING,
  /** The target is up but not ready, or nothing was proven yet. */
  STARTING,
  /** A person must act: the target cannot be reloaded this way. */
  MISCONFIGURED;

  /** The word as people see it, such as {@code in-sync}. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
