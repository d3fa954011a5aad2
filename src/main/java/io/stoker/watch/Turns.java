package io.stoker.watch;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Who of a Service's targets may be under way: some at a time, in the order in which they asked. On
 * the planner thread.
 */
final class Turns {
  private final Set<String> underWay = HashSet.newHashSet(1);
  private final Map<String, Runnable> waiting = new LinkedHashMap<>();
  private int atATime = 1;

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
    boolean nobodyBefore = waiting.isEmpty() || waiting.keySet().iterator().next().equals(target);
    if (underWay.size() < atATime && nobodyBefore) {
      waiting.remove(target);
      underWay.add(target);
      return true;
    }
    waiting.putIfAbsent(target, call);
    return false;
  }

  /** This target does not want to go any more, or not yet. */
  void withdraw(String target) {
    if (waiting.remove(target) != null) {
      callNext();
    }
  }

  /** This target is done, or gone. */
  void leave(String target) {
    waiting.remove(target);
    underWay.remove(target);
    callNext();
  }

  private void callNext() {
    if (underWay.size() < atATime) {
      waiting.values().stream().findFirst().ifPresent(Runnable::run);
    }
  }
}
