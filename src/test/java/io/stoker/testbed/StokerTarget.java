package io.stoker.testbed;

import java.time.Instant;
import java.util.List;

/** One target as {@code /api/v1/status} tells it; what the program does not know is null. */
public record StokerTarget(
    String target,
    String state,
    String reason,
    Instant since,
    String attempted,
    String confirmed,
    Instant provenAt,
    Instant nextAttemptAt,
    boolean restartUnsafe) {

  /** All that a Stoker at this URL tells of. */
  public static List<StokerTarget> at(String url) {
    record Status(List<StokerTarget> targets) {}
    return Http.get(url + "/api/v1/status").as(Status.class).targets();
  }

  public boolean inSync() {
    return "in-sync".equals(state);
  }

  public boolean provenAfter(Instant moment) {
    return inSync() && provenAt != null && provenAt.isAfter(moment);
  }
}
