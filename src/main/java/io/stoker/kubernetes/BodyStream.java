package io.stoker.kubernetes;

import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * An answer's body for whom blocks. More is fetched only when all that came was read, and a
 * connection that has brought everything stays usable: the stream that fabric8 has (7.6) closes it,
 * which breaks the request that uses it next.
 */
final class BodyStream extends InputStream {
  /** How long an end may take to be told that has arrived already. */
  private static final Duration LAST_WORD = Duration.ofMillis(100);

  /** What has come and was not read; empty stands for the end. */
  private final BlockingQueue<Optional<ByteBuffer>> arrived;

  private final AsyncBody body;
  private final CompletableFuture<Void> end;
  private final Duration silence;
  private ByteBuffer current = ByteBuffer.allocate(0);
  private boolean ended;

  private BodyStream(
      BlockingQueue<Optional<ByteBuffer>> arrived, AsyncBody body, Duration silence) {
    this.arrived = arrived;
    this.body = body;
    this.end = body.done().whenComplete((done, failure) -> arrived.add(Optional.empty()));
    this.silence = silence;
  }

  /** Where a request's body arrives, before it is known that there is one. */
  static final class Inbox {
    private final BlockingQueue<Optional<ByteBuffer>> arrived = new LinkedBlockingQueue<>();

    void add(Iterable<ByteBuffer> more) {
      more.forEach(buffer -> arrived.add(Optional.of(buffer)));
    }

    /**
     * The body that arrives here.
     *
     * @param silence after which it counts as broken if nothing more comes
     */
    BodyStream of(AsyncBody body, Duration silence) {
      return new BodyStream(arrived, body, silence);
    }
  }

  @Override
  public int read() throws IOException {
    return fill() ? current.get() & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (!fill()) {
      return -1;
    }
    int part = Math.min(length, current.remaining());
    current.get(target, offset, part);
    return part;
  }

  /**
   * For the reader, who may not want the rest. An end that has arrived and was not told yet is
   * waited for: its connection may serve the next request by now, which a cancel would break.
   */
  @Override
  public void close() {
    if (!end.isDone()) {
      body.consume();
      end.exceptionally(broken -> null)
          .completeOnTimeout(null, LAST_WORD.toMillis(), TimeUnit.MILLISECONDS)
          .join();
    }
    abort();
  }

  /** For any thread: wakes whoever reads. */
  void abort() {
    if (!end.isDone()) {
      body.cancel();
    }
  }

  /** Whether there is something to read. */
  private boolean fill() throws IOException {
    while (!current.hasRemaining() && !ended) {
      Optional<ByteBuffer> next = next();
      next.ifPresent(buffer -> current = buffer);
      ended = next.isEmpty();
    }
    if (ended) {
      requireWhole();
    }
    return !ended;
  }

  private Optional<ByteBuffer> next() throws IOException {
    try {
      Optional<ByteBuffer> there = arrived.poll();
      if (there != null) {
        return there;
      }
      body.consume();
      there = arrived.poll(silence.toMillis(), TimeUnit.MILLISECONDS);
      if (there == null) {
        throw new InterruptedIOException("nothing came for " + silence.toSeconds() + " s");
      }
      return there;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  private void requireWhole() throws IOException {
    try {
      end.join();
    } catch (CompletionException e) {
      throw new IOException("the answer broke off", e.getCause());
    }
  }
}
