package io.stoker.simulation;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Runs many histories on all cores. */
final class Histories {
  private Histories() {}

  static Optional<Failure> failure(long seed, Supplier<Variant> variants) {
    try {
      new History(seed, false, variants).run();
      return Optional.empty();
    } catch (Violation | RuntimeException e) {
      return Optional.of(new Failure(seed, e, variants));
    }
  }

  /** Runs histories with the seeds from 1 on until one goes wrong. */
  static Optional<Failure> firstFailure(int count, Supplier<Variant> variants) {
    var next = new AtomicLong(1);
    var failure = new AtomicReference<Failure>();
    Callable<Void> worker =
        () -> {
          for (long seed = next.getAndIncrement();
              seed <= count && failure.get() == null;
              seed = next.getAndIncrement()) {
            failure(seed, variants).ifPresent(f -> failure.compareAndSet(null, f));
          }
          return null;
        };
    int cores = Runtime.getRuntime().availableProcessors();
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done :
          workers.invokeAll(IntStream.range(0, cores).mapToObj(core -> worker).toList())) {
        done.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return Optional.ofNullable(failure.get());
  }
}
