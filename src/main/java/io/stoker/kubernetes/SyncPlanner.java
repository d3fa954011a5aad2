package io.stoker.kubernetes;

import io.stoker.fingerprint.Fingerprint;
import io.stoker.kubernetes.ConfigMapVolume.Expectation;
import io.stoker.reload.VolumeState;
import java.time.Instant;
import java.util.Optional;

/** Decides, from state, event and time alone, when the kubelet is nudged. */
final class SyncPlanner {
  private final OwnPod pod;

  SyncPlanner(OwnPod pod) {
    this.pod = pod;
  }

  /**
   * What follows from an event.
   *
   * @param volumes how the volumes stand now
   * @param nudge whether the kubelet is to be nudged now
   * @param alarm when to look again
   */
  record Step(SyncState state, VolumeState volumes, boolean nudge, Optional<Instant> alarm) {}

  Step next(SyncState state, SyncEvent event, Instant now) {
    SyncState after =
        switch (event) {
          case SyncEvent.Heard(String name, ConfigMapVersion version) ->
              isOutdated(version, state.api().get(name)) ? state : state.hearing(name, version);
          case SyncEvent.Read(var mounted) -> state.reading(mounted);
          case SyncEvent.Lost lost -> state.lost();
          case SyncEvent.AlarmRang alarm -> state;
        };
    VolumeState volumes = compare(after, now);
    return switch (volumes) {
      case VolumeState.Behind behind -> behind(after, behind, now);
      case VolumeState.Unknown unknown -> new Step(after, volumes, false, Optional.empty());
      case VolumeState.Complete complete -> settled(after, volumes);
      case VolumeState.Stuck stuck -> settled(after, volumes);
    };
  }

  /** A watch and a question of the same moment may be answered in any order. */
  private static boolean isOutdated(ConfigMapVersion heard, ConfigMapVersion known) {
    return heard instanceof ConfigMapVersion.Present older
        && known instanceof ConfigMapVersion.Present newer
        && older.isOlderThan(newer);
  }

  private static Step settled(SyncState state, VolumeState volumes) {
    return new Step(state.with(Optional.empty()), volumes, false, Optional.empty());
  }

  private Step behind(SyncState state, VolumeState.Behind behind, Instant now) {
    Lag lag =
        state
            .lag()
            .map(old -> old.of(state.api(), now))
            .orElseGet(() -> Lag.startingAt(now, state.api()));
    Instant due = later(lag.nextNudge(), state.budget().next());
    if (due.isAfter(now)) {
      return new Step(state.with(Optional.of(lag)), behind, false, Optional.of(due));
    }
    Lag nudged = lag.nudged(now);
    return new Step(
        state.nudged(nudged, state.budget().spent(now)),
        behind,
        true,
        Optional.of(nudged.nextNudge()));
  }

  private VolumeState compare(SyncState state, Instant now) {
    VolumeState worst =
        pod.complete() && state.reachable()
            ? new VolumeState.Complete()
            : new VolumeState.Unknown();
    for (ConfigMapVolume volume : pod.volumes()) {
      Fingerprint mounted = state.mounted().get(volume);
      switch (volume.expected(state.api()::get)) {
        case Expectation.Files(Fingerprint wanted) when wanted.equals(mounted) -> {}
        case Expectation.Files files when mounted != null && state.reachable() -> {
          return behind(state, volume, now);
        }
        case Expectation.Files files -> worst = new VolumeState.Unknown();
        case Expectation.Stuck(String reason) -> worst = new VolumeState.Stuck(reason);
        case Expectation.Unknown unknown -> worst = new VolumeState.Unknown();
      }
    }
    return worst;
  }

  private static VolumeState behind(SyncState state, ConfigMapVolume volume, Instant now) {
    Instant since = state.lag().map(Lag::since).orElse(now);
    return volume
        .frozen(state.api()::get)
        .<VolumeState>map(VolumeState.Stuck::new)
        .orElseGet(() -> new VolumeState.Behind(volume.waiting(), since));
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
