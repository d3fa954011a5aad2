package io.stoker.check;

import java.util.List;

/**
 * What was found in some files.
 *
 * @param findings in the order of the files and lines; not more than {@link #MOST}
 * @param errors how many there are in all
 * @param warnings how many there are in all
 * @param files how many were read
 */
public record CheckResult(List<Finding> findings, int errors, int warnings, int files) {
  /** How many findings are kept, so that memory does not grow with what is wrong. */
  public static final int MOST = 100;

  public CheckResult {
    findings = List.copyOf(findings);
  }

  public boolean hasErrors() {
    return errors > 0;
  }
}
