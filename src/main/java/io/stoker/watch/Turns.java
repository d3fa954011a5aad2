package io.stoker.watch;

import java.util.ArrayList;
import java.util.List;

/**
 * Who of a Service's targets may be under way: some at a time, in the order in which they asked. On
 * the planner thread.
 */
final class Turns {
  private final List<String> underWay = new ArrayList<>(1);
  private final List<Waiting> waiting = new ArrayList<>(0);
  private int atATime = 1;

  /** One that asks again when it is called. */
  private record Waiting(String target, Runnable call) {}

  /** How many may be under way. */
  void limit(int targets) {
    atATime = targets;
    callNext();
  }

  /**
   * Whether this target may go; if not, it is called once it may.
   *
   * @param call asks again
   */
  boolean take(String target, Runnable call) {
    if (underWay.contains(target)) {
      return true;
    }
    boolean nobodyBefore = waiting.isEmpty() || waiting.getFirst().target().equals(target);
    if (underWay.size() < atATime && nobodyBefore) {
      forgetWish(target);
      underWay.add(target);
      return true;
    }
    if (waiting.stream().noneMatch(one -> one.target().equals(target))) {
      waiting.add(new Waiting(target, call));
    }
    return false;
  }

  /** This target does not want to go any more, or not yet. */
  void withdraw(String target) {
    if (forgetWish(target)) {
      callNext();
    }
  }

  /** This target is done, or gone. */
  void leave(String target) {
    forgetWish(target);
    underWay.remove(target);
    callNext();
  }

  private void callNext() {
    if (underWay.size() < atATime) {
      waiting.stream().findFirst().ifPresent(next -> next.call().run());
    }
  }

  private boolean forgetWish(String target) {
    return waiting.removeIf(one -> one.target().equals(target));
  }
}
