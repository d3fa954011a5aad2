package io.stoker.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** When a body that is not read to its end takes its connection with it. */
class BodyStreamTest {
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private final BodyStream.Inbox inbox = new BodyStream.Inbox();

  /** The client gives the connection to the next request when the end arrives, told or not. */
  @Test
  void aBodyWhoseEndHasArrivedIsNotCancelled() throws IOException {
    var body = new PretendBody(true);
    try (BodyStream stream = inbox.of(body, SILENCE)) {
      inbox.add(List.of(ByteBuffer.wrap(new byte[] {1, 2})));
      assertThat(stream.read()).isEqualTo(1);
    }
    assertThat(body.cancelled).isFalse();
  }

  @Test
  void aBodyThatGoesOnIsCancelled() {
    var body = new PretendBody(false);
    inbox.of(body, SILENCE).close();
    assertThat(body.cancelled).isTrue();
  }

  @Test
  void aBodyThatBrokeOffIsClosedWithoutAWord() {
    var body = new PretendBody(false);
    BodyStream stream = inbox.of(body, SILENCE);
    body.done.completeExceptionally(new IOException("reset"));
    stream.close();
    assertThat(body.cancelled).isFalse();
  }

  /** Tells its end, if that is there, when asked for more. */
  private static final class PretendBody implements AsyncBody {
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final boolean ended;
    private boolean cancelled;

    PretendBody(boolean ended) {
      this.ended = ended;
    }

    @Override
    public void consume() {
      if (ended) {
        done.complete(null);
      }
    }

    @Override
    public CompletableFuture<Void> done() {
      return done;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }
}
