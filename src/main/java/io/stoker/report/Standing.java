package io.stoker.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * Which of several replicas tells something, and what it cannot do.
 *
 * @param replica its identity
 * @param leader that of the one that leads, as far as is known
 * @param incomplete why this is not what the leader tells, in a sentence, if it is not
 * @param failures what it cannot do at this time and why, a sentence each
 */
public record Standing(
    String replica,
    Optional<String> leader,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> incomplete,
    List<String> failures) {

  /** Knows how this process stands among its replicas; asked by any thread. */
  @FunctionalInterface
  public interface Known {

    /** Empty where there are none, as of a sidecar. */
    Optional<Standing> now();
  }
}
