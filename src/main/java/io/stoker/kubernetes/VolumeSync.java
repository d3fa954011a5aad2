package io.stoker.kubernetes;

import io.stoker.debounce.Scheduler;
import io.stoker.fingerprint.ConfigReader;
import io.stoker.fingerprint.Fingerprint;
import io.stoker.fingerprint.Reading;
import io.stoker.reload.VolumeState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Compares volumes with what the API server holds and makes the kubelet hurry. As with reloads,
 * events come from any thread, state is touched only by the planner thread, and what blocks runs
 * elsewhere.
 */
final class VolumeSync {
  private final SyncPlanner planner;
  private final Map<ConfigMapVolume, ConfigReader> readers;
  private final Ports ports;

  private SyncState state = SyncState.NOTHING_KNOWN;
  private volatile VolumeState volumes = new VolumeState.Unknown();
  private Optional<Scheduler.Alarm> alarm = Optional.empty();
  private boolean reading;
  private boolean readAgain;

  /**
   * What it lives on.
   *
   * @param plannerThread runs one task at a time, in their order
   * @param io runs what blocks
   * @param nudge makes the kubelet look at the pod
   * @param changed hears how the volumes stand, each time that changes
   */
  record Ports(
      InstantSource clock,
      Scheduler scheduler,
      Executor plannerThread,
      Executor io,
      Runnable nudge,
      Consumer<VolumeState> changed) {}

  VolumeSync(SyncPlanner planner, Map<ConfigMapVolume, ConfigReader> readers, Ports ports) {
    this.planner = planner;
    this.readers = readers;
    this.ports = ports;
  }

  /** Takes an event from any thread and returns at once. */
  void accept(SyncEvent event) {
    ports.plannerThread().execute(() -> handle(event));
  }

  /** Something may have changed in a volume. */
  void hint() {
    ports.plannerThread().execute(this::read);
  }

  /** How long the volumes have been behind; called by any thread. */
  Duration lag() {
    return volumes instanceof VolumeState.Behind(String reason, Instant since)
        ? Duration.between(since, ports.clock().instant())
        : Duration.ZERO;
  }

  /** What is waited for; empty if nothing is. */
  String reason() {
    return volumes instanceof VolumeState.Behind(String reason, Instant since) ? reason : "";
  }

  private void handle(SyncEvent event) {
    SyncPlanner.Step step = planner.next(state, event, ports.clock().instant());
    state = step.state();
    alarm.ifPresent(Scheduler.Alarm::cancel);
    alarm =
        step.alarm().map(at -> ports.scheduler().at(at, () -> accept(new SyncEvent.AlarmRang())));
    if (step.nudge()) {
      ports.io().execute(ports.nudge());
    }
    if (!(event instanceof SyncEvent.Read)) {
      read();
    }
    if (!step.volumes().equals(volumes)) {
      volumes = step.volumes();
      ports.changed().accept(volumes);
    }
  }

  /** One reading at a time; a hint that comes meanwhile is answered by another. */
  private void read() {
    readAgain = reading;
    if (!reading) {
      reading = true;
      ports.io().execute(() -> readAndTell());
    }
  }

  private void readAndTell() {
    var mounted = new HashMap<ConfigMapVolume, Fingerprint>();
    try {
      readers.forEach(
          (volume, reader) -> {
            if (reader.read() instanceof Reading.Found(var content)) {
              mounted.put(volume, content.fingerprint());
            }
          });
    } finally {
      ports.plannerThread().execute(() -> wasRead(mounted));
    }
  }

  private void wasRead(Map<ConfigMapVolume, Fingerprint> mounted) {
    reading = false;
    handle(new SyncEvent.Read(mounted));
    if (readAgain) {
      read();
    }
  }
}
