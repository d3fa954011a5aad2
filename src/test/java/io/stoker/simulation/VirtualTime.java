package io.stoker.simulation;

import io.stoker.debounce.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/**
 * Time that passes only when nobody has anything to do. Events run one after the other, by time and
 * then by the order in which they were wished for; of all strands at most one runs, and only while
 * the event that resumed it waits for it.
 */
final class VirtualTime implements InstantSource, Scheduler {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private Instant now = START;
  private Instant end = START;
  private long wished;
  private Optional<Strand> running = Optional.empty();

  private record Event(Instant time, long order, Runnable task) implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      int byTime = time.compareTo(other.time);
      return byTime == 0 ? Long.compare(order, other.order) : byTime;
    }
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public Alarm at(Instant time, Runnable task) {
    var event = new Event(time.isBefore(now) ? now : time, wished++, task);
    events.add(event);
    return () -> events.remove(event);
  }

  Alarm after(Duration delay, Runnable task) {
    return at(now.plus(delay), task);
  }

  Duration sinceStart() {
    return Duration.between(START, now);
  }

  /** Lets everything happen up to that time, or to the first moment when it is enough. */
  void runUntil(Instant time, BooleanSupplier enough) {
    end = time;
    while (!enough.getAsBoolean() && !events.isEmpty() && !events.peek().time().isAfter(end)) {
      Event next = events.poll();
      now = next.time();
      next.task().run();
    }
    if (!enough.getAsBoolean()) {
      now = end;
    }
  }

  void resume(Strand strand) {
    running = Optional.of(strand);
    strand.resume();
    running = Optional.empty();
  }

  /** Blocks the strand that calls. */
  void sleep(Duration duration) {
    Instant wakeAt = now.plus(duration);
    if (nothingBefore(wakeAt)) {
      now = wakeAt;
      return;
    }
    Strand me = running.orElseThrow();
    at(wakeAt, () -> resume(me));
    while (now.isBefore(wakeAt)) {
      me.pause();
    }
  }

  /** Blocks the strand that calls until the bell has rung and it is so, or until the deadline. */
  void await(Bell bell, BooleanSupplier so, Instant deadline) {
    while (!so.getAsBoolean() && now.isBefore(deadline)) {
      Strand me = running.orElseThrow();
      Alarm tooLate = at(deadline, () -> resume(me));
      bell.callers().add(me);
      me.pause();
      bell.callers().remove(me);
      tooLate.cancel();
    }
  }

  /** Wakes those who wait; they look for themselves whether it was worth it. */
  void ring(Bell bell) {
    for (Strand caller : bell.callers()) {
      at(now, () -> resume(caller));
    }
    bell.callers().clear();
  }

  /** Most waits end before anything else happens; then no thread has to give way to another. */
  private boolean nothingBefore(Instant time) {
    return !time.isAfter(end) && (events.isEmpty() || events.peek().time().isAfter(time));
  }
}
