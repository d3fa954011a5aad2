package io.stoker.target;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Ends calls that do not end by themselves. The client limits only the time until an answer begins,
 * so one that stops halfway or comes in drops would hold its reader for ever; such a client is
 * replaced, and closed with its connections as soon as no other call uses it, which takes no longer
 * than a call may. So one target's late answer never breaks another's, and there are never more
 * than a few clients.
 */
final class LimitedClient<C> {
  private final Supplier<C> clients;
  private final Consumer<C> closing;
  private final Duration limit;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ReentrantLock lock = new ReentrantLock();
  private Shared<C> current;

  /** A client and how many calls use it. */
  private static final class Shared<C> {
    private final C client;
    private int users;
    private boolean replaced;

    private Shared(C client) {
      this.client = client;
    }
  }

  /**
   * A client of which there is one at once, or a few.
   *
   * @param clients makes one
   * @param closing ends one, with its connections
   */
  LimitedClient(Supplier<C> clients, Consumer<C> closing, Duration limit) {
    this.clients = clients;
    this.closing = closing;
    this.limit = limit;
    this.current = new Shared<>(clients.get());
  }

  /**
   * The call's result.
   *
   * @param late what stands for it when the limit passes
   */
  <T> T call(Function<C, T> call, T late) {
    Shared<C> shared = take();
    try {
      return call(call, late, shared);
    } finally {
      giveBack(shared);
    }
  }

  private <T> T call(Function<C, T> call, T late, Shared<C> shared) {
    Future<T> result = threads.submit(() -> call.apply(shared.client));
    try {
      return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      result.cancel(true);
      replace(shared);
      return late;
    } catch (InterruptedException e) {
      result.cancel(true);
      Thread.currentThread().interrupt();
      return late;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a call to a target ended by a bug", e.getCause());
    }
  }

  private Shared<C> take() {
    lock.lock();
    try {
      current.users++;
      return current;
    } finally {
      lock.unlock();
    }
  }

  private void replace(Shared<C> stuck) {
    lock.lock();
    try {
      if (current == stuck) {
        current = new Shared<>(clients.get());
        stuck.replaced = true;
      }
    } finally {
      lock.unlock();
    }
  }

  private void giveBack(Shared<C> shared) {
    lock.lock();
    try {
      shared.users--;
      if (shared.replaced && shared.users == 0) {
        closing.accept(shared.client);
      }
    } finally {
      lock.unlock();
    }
  }
}
