package io.stoker.target;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;

/**
 * Ends the reading of an answer that comes in drops; the client itself only limits the time between
 * two drops.
 */
final class DeadlineStream extends FilterInputStream {
  /** How long an answer to anything but a reload may take. */
  static final Duration LIMIT = Duration.ofSeconds(5);

  private final long deadline = System.nanoTime() + LIMIT.toNanos();

  DeadlineStream(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    check();
    return super.read();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    check();
    return super.read(buffer, offset, length);
  }

  private void check() throws IOException {
    if (System.nanoTime() - deadline > 0) {
      throw new InterruptedIOException("the answer did not end within " + LIMIT.toSeconds() + " s");
    }
  }
}
