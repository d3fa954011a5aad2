package io.stoker.simulation;

import io.stoker.fingerprint.ConfigReader;
import io.stoker.fingerprint.Reading;
import java.time.Instant;

/**
 * Lets one strand read at a time. The real reader has a lock for that, but a strand that waited for
 * it would never give the baton back.
 */
final class SerialReader implements ConfigReader {
  private final ConfigReader reader;
  private final VirtualTime time;
  private final Bell bell = new Bell();
  private boolean reading;

  SerialReader(ConfigReader reader, VirtualTime time) {
    this.reader = reader;
    this.time = time;
  }

  @Override
  public Reading read() {
    time.await(bell, () -> !reading, Instant.MAX);
    reading = true;
    try {
      return reader.read();
    } finally {
      reading = false;
      time.ring(bell);
    }
  }
}
