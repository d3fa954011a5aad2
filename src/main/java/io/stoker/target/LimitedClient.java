package io.stoker.target;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Ends calls that do not end by themselves. The client limits only the time until an answer begins,
 * so one that stops halfway or comes in drops would hold its reader for ever; such a client is
 * closed, with its connections, and replaced.
 */
final class LimitedClient {
  private final Supplier<TargetHttp> clients;
  private final Duration limit;
  private final AtomicReference<TargetHttp> current;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  LimitedClient(Supplier<TargetHttp> clients, Duration limit) {
    this.clients = clients;
    this.limit = limit;
    this.current = new AtomicReference<>(clients.get());
  }

  /**
   * The call's result.
   *
   * @param late what stands for it when the limit passes
   */
  <T> T call(Function<TargetHttp, T> call, T late) {
    TargetHttp client = current.get();
    Future<T> result = threads.submit(() -> call.apply(client));
    try {
      return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      result.cancel(true);
      replace(client);
      return late;
    } catch (InterruptedException e) {
      result.cancel(true);
      Thread.currentThread().interrupt();
      return late;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a call to a target ended by a bug", e.getCause());
    }
  }

  private void replace(TargetHttp stuck) {
    TargetHttp next = clients.get();
    TargetHttp superfluous = current.compareAndSet(stuck, next) ? stuck : next;
    superfluous.close();
  }
}
