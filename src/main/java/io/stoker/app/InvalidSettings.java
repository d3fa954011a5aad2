package io.stoker.app;

import java.util.List;

/** All that is wrong with a configuration, at once. */
final class InvalidSettings extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /**
   * A configuration with these faults.
   *
   * @param problems one sentence each, with the flag it is about
   */
  InvalidSettings(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  List<String> problems() {
    return problems;
  }
}
