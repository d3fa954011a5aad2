package io.stoker.check;

/** What a check of the files is for. */
public enum CheckPolicy {
  /** There is none. */
  OFF,
  /** To explain what the target refuses. */
  WARN,
  /** To keep faulty files from the target, too. */
  ENFORCE
}
