package io.stoker.simulation;

import java.util.concurrent.Semaphore;

/** A thread that runs only between {@link #resume} and {@link #pause}: the one has the baton. */
final class Strand {
  private final Semaphore go = new Semaphore(0);
  private final Semaphore back = new Semaphore(0);
  private final Thread thread;
  private boolean killed;
  private boolean done;
  private Throwable thrown;

  /** Unwinds a strand whose process was killed. */
  private static final class Killed extends Error {
    Killed() {
      super("killed", null, false, false);
    }
  }

  Strand(Runnable task) {
    thread = Thread.ofVirtual().unstarted(() -> run(task));
  }

  /** Lets it run until it pauses or ends; what it threw is thrown here. */
  void resume() {
    if (done) {
      return;
    }
    if (thread.getState() == Thread.State.NEW) {
      thread.start();
    } else {
      go.release();
    }
    back.acquireUninterruptibly();
    switch (thrown) {
      case null -> {}
      case Killed expected -> {}
      case Error error -> throw error;
      case Throwable other -> throw new IllegalStateException(other);
    }
  }

  /** Called by its own thread: gives the baton back and waits for it. */
  void pause() {
    back.release();
    go.acquireUninterruptibly();
    if (killed) {
      throw new Killed();
    }
  }

  boolean done() {
    return done;
  }

  void kill() {
    killed = true;
    if (thread.getState() == Thread.State.NEW) {
      done = true;
    }
    resume();
  }

  private void run(Runnable task) {
    try {
      task.run();
    } catch (Throwable e) {
      thrown = e;
    } finally {
      done = true;
      back.release();
    }
  }
}
