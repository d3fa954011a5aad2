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
    return of(text, Instant.EPOCH);
  }

  /** Equal content in a file written later. */
  static Content writtenAgain(String text) {
    return of(text, Instant.EPOCH.plusSeconds(1));
  }

  private static Content of(String text, Instant written) {
    var clock = ManualClock.at(written);
    var source = new InMemorySource(clock).put("prometheus.yml", text);
    return ((Reading.Found) new Fingerprinter(source, clock, Duration.ZERO).read()).content();
  }
}
