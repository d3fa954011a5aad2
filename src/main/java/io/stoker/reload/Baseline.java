package io.stoker.reload;

import io.stoker.target.Answer;
import io.stoker.target.CallFailure;
import io.stoker.target.RuntimeInfo;
import io.stoker.target.Target;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What a target said of itself right after a reload was proven; another answer later is drift.
 *
 * @param runtimeInfo its run and last reload
 * @param askedAt when it last said so
 * @param servedHash the hash of the configuration as it serves it, if it does
 * @param hashedAt when that hash was last compared
 */
public record Baseline(
    RuntimeInfo runtimeInfo, Instant askedAt, Optional<String> servedHash, Instant hashedAt) {

  /** What a target says of itself now; where it says nothing drift cannot be seen. */
  static Answer<Baseline> ask(Target target, InstantSource clock) {
    return switch (target.runtimeInfo()) {
      case Answer.Missing<RuntimeInfo>(CallFailure failure) -> new Answer.Missing<>(failure);
      case Answer.Given<RuntimeInfo>(RuntimeInfo info) -> {
        Optional<String> servedHash =
            target.servedConfigHash() instanceof Answer.Given<String>(String hash)
                ? Optional.of(hash)
                : Optional.empty();
        Instant now = clock.instant();
        yield new Answer.Given<>(new Baseline(info, now, servedHash, now));
      }
    };
  }

  /** The same answer, heard once more. */
  Baseline heardAgain(Instant at) {
    return new Baseline(runtimeInfo, at, servedHash, hashedAt);
  }
}
