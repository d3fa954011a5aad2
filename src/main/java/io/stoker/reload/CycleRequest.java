package io.stoker.reload;

import io.stoker.fingerprint.Content;
import io.stoker.report.Trigger;
import java.util.Optional;

/**
 * What the planner wants of a cycle.
 *
 * @param evenIfUnchanged whether to reload although the content is that of the last attempt
 * @param attempted the content of the last attempt
 * @param unanswered a request that may still run in the target
 */
public record CycleRequest(
    Trigger trigger,
    boolean evenIfUnchanged,
    Optional<Content> attempted,
    Optional<Unanswered> unanswered) {}
