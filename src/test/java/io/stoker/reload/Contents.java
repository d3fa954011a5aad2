package io.stoker.reload;

import io.stoker.fingerprint.Content;
import io.stoker.fingerprint.Fingerprinter;
import io.stoker.fingerprint.Reading;
import io.stoker.testbed.InMemorySource;
import io.stoker.testbed.ManualClock;
import java.time.Duration;
import java.time.Instant;

/** Configurations to reload. */
final class Contents {
  static final Content A = of("a: 1");
  static final Content B = of("b: 2");
  static final Content C = of("c: 3");

  private Contents() {}

  private static Content of(String text) {
    var clock = ManualClock.at(Instant.EPOCH);
    var source = new InMemorySource(clock).put("prometheus.yml", text);
    return ((Reading.Found) new Fingerprinter(source, clock, Duration.ZERO).read()).content();
  }
}
