package io.stoker.watch;

import io.stoker.reload.ReloadCoordinator;
import io.stoker.reload.ReloadEvent;
import java.util.Optional;

/**
 * A target that Stoker reloads itself.
 *
 * @param gate empty where no volume has to be waited for
 */
record ReloadedTarget(ReloadCoordinator coordinator, Optional<VolumeGate> gate, Term term)
    implements WatchedTarget {

  @Override
  public void lead() {
    coordinator.start();
  }

  @Override
  public void changed(SourceName configMap) {
    gate.ifPresentOrElse(VolumeGate::changed, () -> coordinator.accept(new ReloadEvent.Hinted()));
  }

  @Override
  public void tick() {
    coordinator.accept(new ReloadEvent.Ticked());
  }

  @Override
  public void forget() {
    term.end();
    coordinator.forget();
  }
}
