package io.stoker.blackbox;

import java.time.Duration;
import java.time.Instant;
import java.util.function.IntConsumer;
import org.awaitility.Awaitility;

/** Actions at even distances, however long each takes. */
record Rhythm(Duration distance) {

  /** Returns after the last action; each is given its number, from 0. */
  void beat(int beats, IntConsumer action) {
    var begin = Instant.now();
    for (int beat = 0; beat < beats; beat++) {
      var due = begin.plus(distance.multipliedBy(beat));
      Awaitility.await("beat " + beat)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(5))
          .atMost(distance.multipliedBy(beats))
          .until(() -> !Instant.now().isBefore(due));
      action.accept(beat);
    }
  }
}
