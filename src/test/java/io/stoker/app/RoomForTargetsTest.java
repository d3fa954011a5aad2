package io.stoker.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.report.StateWord;
import io.stoker.report.TargetStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How large a heap is asked for. */
class RoomForTargetsTest {
  private static final long EACH = 20L << 10;
  private static final long AT_FIRST = 32L << 20;

  private final List<Long> heaps = new ArrayList<>();
  private int targets;
  private final RoomForTargets room = new RoomForTargets(() -> targets, heaps::add);

  @Test
  void hasRoomForEachTargetAtAnyTime() {
    while (targets < 10_000) {
      one();
      long heap = heaps.isEmpty() ? AT_FIRST : heaps.getLast();
      assertThat(heap).isGreaterThan(targets * EACH);
    }
    assertThat(heaps.getLast()).isLessThan(2L * targets * EACH);
  }

  @Test
  void fewTargetsNeedNoMoreThanThereIs() {
    while (targets < 200) {
      one();
    }
    assertThat(heaps).isEmpty();
  }

  @Test
  void targetsThatComeAndGoNeedNoMore() {
    targets = 3_000;
    one();
    for (int i = 0; i < 5_000; i++) {
      targets--;
      one();
    }
    assertThat(heaps).hasSize(1);
  }

  private void one() {
    targets++;
    room.changed(
        TargetStatus.unproven(
            "ns/service/pod-" + targets,
            new TargetStatus.Verdict(StateWord.STARTING, "", Instant.EPOCH),
            List.of()));
  }
}
