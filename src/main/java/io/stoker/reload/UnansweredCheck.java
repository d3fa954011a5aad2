package io.stoker.reload;

import io.stoker.fingerprint.Content;
import io.stoker.target.ConfigStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * What has become of a request that was not answered; a second one would only queue up behind it.
 */
enum UnansweredCheck {
  /** It was applied, and nobody has touched the files since. */
  APPLIED,
  /** Nothing shows that it ended. */
  STILL_RUNNING,
  /** There was none, or it ended otherwise, or it is taken for lost. */
  FORGET;

  static UnansweredCheck of(
      Optional<Unanswered> request, Content content, ConfigStatus now, Instant time) {
    return request.map(unanswered -> of(unanswered, content, now, time)).orElse(FORGET);
  }

  private static UnansweredCheck of(
      Unanswered request, Content content, ConfigStatus now, Instant time) {
    ConfigStatus before = request.before();
    if (now.processStart() != before.processStart()) {
      return FORGET;
    }
    if (now.successful() && now.successTime() != before.successTime()) {
      return request.arrived() && content.untouchedSince(request.content()) ? APPLIED : FORGET;
    }
    boolean failed = before.successful() && !now.successful();
    return failed || !time.isBefore(request.givenUpAt()) ? FORGET : STILL_RUNNING;
  }
}
