package io.stoker.kubernetes;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.stoker.report.Outcome;
import io.stoker.report.ReloadReport;
import io.stoker.report.Reporter;
import io.stoker.report.TargetStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Tells of reloads where people of Kubernetes look: Events on the pod and on its ConfigMaps. The
 * same is not said twice in a row, and no more than the budget allows.
 */
final class EventWriter implements Reporter {
  /** From here on a volume that is behind is worth an Event. */
  static final Duration LONG_LAG = Duration.ofSeconds(30);

  private static final String REFUSED =
      " has refused the configuration on disk and would not start with it; mend it before the pod is restarted";

  private final OwnPod pod;
  private final InstantSource clock;
  private final Executor io;
  private final Consumer<Event> sink;

  /** Targets whose danger was told. */
  private final Set<String> unsafe = new HashSet<>();

  private RequestBudget budget = RequestBudget.unspent();
  private String last = "";

  /**
   * @param sink creates an Event; may block
   */
  EventWriter(OwnPod pod, InstantSource clock, Executor io, Consumer<Event> sink) {
    this.pod = pod;
    this.clock = clock;
    this.io = io;
    this.sink = sink;
  }

  @Override
  public void reported(ReloadReport report) {
    Outcome outcome = report.outcome();
    switch (outcome.kind()) {
      case PROVEN -> write("Normal", "ConfigReloaded", report.live());
      case UNVERIFIABLE -> write("Normal", "ConfigUnverifiable", report.unverified());
      case REJECTED, INVALID, MISCONFIGURED -> write("Warning", "ConfigRejected", outcome.reason());
      case UNCHANGED,
          DRIFTED,
          OVERTAKEN,
          STARTING,
          UNREACHABLE,
          TIMED_OUT,
          PENDING,
          UNCONFIRMED,
          SOURCE_MISSING,
          FAULT -> {}
    }
  }

  /** Told once for each time that a restart becomes dangerous, however often it is refused. */
  @Override
  public synchronized void changed(TargetStatus status) {
    if (!status.restartUnsafe()) {
      unsafe.remove(status.target());
    } else if (!unsafe.contains(status.target())
        && send("Warning", "RestartUnsafe", status.target() + REFUSED)) {
      unsafe.add(status.target());
    }
  }

  /** A volume has been behind for long. */
  void lagging(String reason) {
    write("Warning", "VolumeLagging", reason);
  }

  private synchronized void write(String type, String reason, String message) {
    if (!last.equals(reason + message) && send(type, reason, message)) {
      last = reason + message;
    }
  }

  /** Returns whether the budget allows it. */
  private boolean send(String type, String reason, String message) {
    Instant now = clock.instant();
    if (budget.next().isAfter(now)) {
      return false;
    }
    budget = budget.spent(now);
    about().forEach(object -> io.execute(() -> sink.accept(event(object, type, reason, message))));
    return true;
  }

  private Stream<ObjectReference> about() {
    return Stream.concat(
        Stream.of(object("Pod", pod.ref().name(), Optional.of(pod.ref().uid()))),
        pod.configMaps().stream().map(name -> object("ConfigMap", name, Optional.empty())));
  }

  private ObjectReference object(String kind, String name, Optional<String> uid) {
    return EventForm.about(kind, new ObjectName(pod.ref().namespace(), name), uid);
  }

  private Event event(ObjectReference object, String type, String reason, String message) {
    return EventForm.event(
        object, new EventNote(type, reason, message), pod.ref().name(), Instant.now());
  }
}
