package io.stoker.testbed;

import java.util.concurrent.atomic.AtomicBoolean;

/** Counts the reload requests that a {@link LyingServer} gets. */
public final class ReloadRequests {
  private int total;
  private int waiting;
  private int mostWaiting;
  private int unfinished;

  public synchronized int total() {
    return total;
  }

  /** Requests whose clients are waiting for the answer. */
  public synchronized int waiting() {
    return waiting;
  }

  /** The most requests that were ever waiting at once. */
  public synchronized int mostWaiting() {
    return mostWaiting;
  }

  /** Requests still to be carried out, their clients waiting or gone: Prometheus' queue. */
  public synchronized int unfinished() {
    return unfinished;
  }

  synchronized Request begin() {
    total++;
    unfinished++;
    waiting++;
    mostWaiting = Math.max(mostWaiting, waiting);
    return new Request();
  }

  private synchronized void noLongerWaiting() {
    waiting--;
  }

  private synchronized void finished() {
    unfinished--;
  }

  final class Request implements AutoCloseable {
    private final AtomicBoolean waits = new AtomicBoolean(true);

    /** Said before the answer is sent, so that the client's next request never counts as second. */
    void noLongerWaiting() {
      if (waits.getAndSet(false)) {
        ReloadRequests.this.noLongerWaiting();
      }
    }

    @Override
    public void close() {
      noLongerWaiting();
      finished();
    }
  }
}
