package io.stoker.check;

import java.util.List;

/** Judges the files that a target is to load, as they are on disk now. */
public interface SnapshotCheck {

  /** Whether what is found faulty must not be loaded. */
  boolean enforced();

  /**
   * Blocks until all is read and judged.
   *
   * @param files names of all that are watched
   * @param changed names of those that changed since the last reload; looked at first
   */
  CheckResult check(List<String> files, List<String> changed);

  /**
   * Looks at what the target has accepted, in which nothing can be faulty, but much doubtful; what
   * is large is passed over. Blocks.
   *
   * @param files names of all that are watched
   * @return warnings
   */
  List<Finding> doubts(List<String> files);

  /** Finds nothing. */
  static SnapshotCheck off() {
    return new SnapshotCheck() {
      @Override
      public boolean enforced() {
        return false;
      }

      @Override
      public CheckResult check(List<String> files, List<String> changed) {
        return CheckResult.NOTHING;
      }

      @Override
      public List<Finding> doubts(List<String> files) {
        return List.of();
      }
    };
  }
}
