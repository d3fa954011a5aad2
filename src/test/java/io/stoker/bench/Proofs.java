package io.stoker.bench;

import io.stoker.testbed.Http;
import io.stoker.testbed.StokerProcess;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** When a watcher has proven its targets. */
final class Proofs {
  private static final String ALL = "/api/v1/status?state=in-sync&limit=100000";

  private Proofs() {}

  /** Of each target that is in sync now, by its name; none while there is no answer. */
  static Map<String, Instant> of(StokerProcess watcher) {
    var proofs = new HashMap<String, Instant>();
    answer(watcher)
        .json()
        .path("targets")
        .forEach(
            target ->
                proofs.put(
                    target.path("target").asText(),
                    Instant.parse(target.path("provenAt").asText())));
    return proofs;
  }

  private static Http.Reply answer(StokerProcess watcher) {
    try {
      return watcher.get(ALL);
    } catch (UncheckedIOException e) {
      return new Http.Reply(0, "{}");
    }
  }
}
