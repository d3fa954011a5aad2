package io.stoker.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.reload.ReloadEvent;
import io.stoker.reload.VolumeState;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class VolumeGateTest {
  private final PretendTime time = new PretendTime();
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final List<ReloadEvent> told = new ArrayList<>();
  private int nudges;
  private final VolumeGate gate =
      new VolumeGate(
          new VolumeGate.Kubelet() {
            @Override
            public boolean nudge() {
              nudges++;
              return true;
            }

            @Override
            public String waiting() {
              return "for the kubelet";
            }
          },
          new VolumeGate.Around(time, time, time, waiting::add),
          told::add);

  @Test
  void opensHalfASecondAfterTheNudge() {
    gate.changed();
    waiting.remove().run();
    time.pass(Duration.ofMillis(499));
    assertThat(isOpen()).isFalse();
    time.pass(Duration.ofMillis(1));

    assertThat(isOpen()).isTrue();
    assertThat(nudges).isEqualTo(1);
  }

  @Test
  void aNudgeThatWaitedTooLongForTheApiServerHoldsNothingUpAndIsNotSent() {
    gate.changed();
    time.pass(Duration.ofSeconds(11));
    waiting.remove().run();
    time.pass(Duration.ofSeconds(2));

    assertThat(isOpen()).isTrue();
    assertThat(nudges).isZero();
  }

  private boolean isOpen() {
    return told.getLast() instanceof ReloadEvent.VolumesCompared(VolumeState.Complete complete);
  }
}
