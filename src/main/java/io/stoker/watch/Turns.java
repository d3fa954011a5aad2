package io.stoker.watch;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who of a Service's targets may be under way: some at a time, in the order in which they asked. On
 * the planner thread.
 */
final class Turns {
  /** Most often empty, and there may be thousands of Services. */
  private List<String> underWay = List.of();

  private List<Waiting> waiting = List.of();
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
      underWay = with(underWay, target);
      return true;
    }
    if (waiting.stream().noneMatch(one -> one.target().equals(target))) {
      waiting = with(waiting, new Waiting(target, call));
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
    underWay = without(underWay, target::equals);
    callNext();
  }

  private void callNext() {
    if (underWay.size() < atATime) {
      waiting.stream().findFirst().ifPresent(next -> next.call().run());
    }
  }

  private boolean forgetWish(String target) {
    boolean waits = waiting.stream().anyMatch(one -> one.target().equals(target));
    if (waits) {
      waiting = without(waiting, one -> one.target().equals(target));
    }
    return waits;
  }

  private static <T> List<T> with(List<T> list, T more) {
    return Stream.concat(list.stream(), Stream.of(more)).toList();
  }

  private static <T> List<T> without(List<T> list, Predicate<T> which) {
    return list.stream().filter(which.negate()).toList();
  }
}
