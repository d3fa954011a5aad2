package io.stoker.reload;

/** What to do about a target that runs something else than it was proven to run. */
public enum DriftPolicy {
  /** The files are what should run. */
  RELOAD,
  /** Somebody may have meant it: it is told until the files change. */
  REPORT
}
