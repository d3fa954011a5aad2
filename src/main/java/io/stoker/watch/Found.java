package io.stoker.watch;

import io.stoker.check.CheckResult;
import java.time.Instant;

/**
 * What a check came to.
 *
 * @param until when it has to be checked anew; {@link Instant#MIN} for at once
 */
record Found(CheckResult result, Instant until) {
  /** It could not be checked. */
  static final Found NOTHING = new Found(CheckResult.NOTHING, Instant.MIN);
}
