package io.stoker.watch;

import io.stoker.reload.ReloadCoordinator;
import io.stoker.reload.ReloadEvent;
import java.util.Optional;

/**
 * A target that Stoker reloads itself. Before this replica leads nothing reaches the coordinator,
 * which would begin at its first event.
 */
final class ReloadedTarget implements WatchedTarget {
  private final ReloadCoordinator coordinator;
  private final Optional<VolumeGate> gate;
  private final Term term;
  private boolean leads;

  /**
   * @param gate empty where no volume has to be waited for
   */
  ReloadedTarget(ReloadCoordinator coordinator, Optional<VolumeGate> gate, Term term) {
    this.coordinator = coordinator;
    this.gate = gate;
    this.term = term;
  }

  @Override
  public void lead() {
    leads = true;
    coordinator.start();
  }

  @Override
  public void changed() {
    if (leads) {
      gate.ifPresentOrElse(VolumeGate::changed, this::hint);
    }
  }

  /** There is nothing that a kubelet could bring. */
  @Override
  public void lost() {
    if (leads) {
      hint();
    }
  }

  @Override
  public void tick() {
    if (leads) {
      coordinator.accept(new ReloadEvent.Ticked());
    }
  }

  @Override
  public void forget() {
    leads = false;
    term.end();
    coordinator.forget();
  }

  private void hint() {
    coordinator.accept(new ReloadEvent.Hinted());
  }
}
