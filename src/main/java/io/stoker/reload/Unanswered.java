package io.stoker.reload;

import io.stoker.fingerprint.Content;
import io.stoker.report.Cause;
import io.stoker.report.Outcome;
import io.stoker.target.ConfigStatus;
import java.time.Instant;

/**
 * A reload request that timed out or lost its connection here but may still run in the target.
 *
 * @param content what the files held before and, then, will hold if it may count as proof
 * @param before the target's account before the request
 * @param arrived whether the target has it; if that is not sure, a reload of somebody else's may
 *     pass for it, so nothing is proven
 * @param givenUpAt when it is taken for lost
 */
public record Unanswered(Content content, ConfigStatus before, boolean arrived, Instant givenUpAt) {

  /** How a cycle ends that finds it still unanswered. */
  Outcome waiting() {
    return arrived
        ? new Outcome(
            Outcome.Kind.TIMED_OUT,
            Cause.LATE,
            "waiting for the reload that was not answered in time")
        : new Outcome(
            Outcome.Kind.UNREACHABLE,
            Cause.BROKEN,
            "waiting whether the reload arrived whose connection broke; then again");
  }
}
