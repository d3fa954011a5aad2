package io.stoker.watch;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Lets some through at a time, in the order in which they came. Who waits has no thread: thousands
 * of them would be a heap full of stacks. Any thread.
 */
final class Turnstile {
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int free;

  Turnstile(int width) {
    this.free = width;
  }

  /**
   * Asks to be let through; each call wants a {@link #leave} once it was.
   *
   * @param go runs at once or on the thread of one who leaves, so it must not block
   */
  void enter(Runnable go) {
    if (isLet(go)) {
      go.run();
    }
  }

  private synchronized boolean isLet(Runnable go) {
    if (free == 0) {
      waiting.add(go);
      return false;
    }
    free--;
    return true;
  }

  /** Makes room for the next. */
  void leave() {
    Runnable next = next();
    if (next != null) {
      next.run();
    }
  }

  private synchronized Runnable next() {
    Runnable next = waiting.poll();
    if (next == null) {
      free++;
    }
    return next;
  }

  /** Gives threads to those only that are let through. */
  Executor before(Executor threads) {
    return task -> enter(() -> threads.execute(() -> through(task)));
  }

  private void through(Runnable task) {
    try {
      task.run();
    } finally {
      leave();
    }
  }
}
