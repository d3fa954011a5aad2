package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.main;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.testbed.Ration;
import io.stoker.testbed.StokerProcess;
import io.stoker.testbed.StokerTarget;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** {@code stoker watch} while the API server turns its requests away (429). */
class WatchRationedIT extends WatchCase {
  private static final String TURNED_AWAY = "turns requests away (429)";

  /** Two lists each second by --watch-interval, and half a look at the Lease, ten times over. */
  private static final double MOST_PER_SECOND = 25;

  @Test
  void whoIsTurnedAwayAtTheStartTellsItOnceDoesNotPressAndBeginsWhenThereIsRoom() {
    StokerProcess watcher;
    try (var ration = service.ration()) {
      watcher = service.watch();
      Patience.await("it tells of each").until(() -> watcher.log().contains(TURNED_AWAY));
      assertAsksAtItsPace(watcher, ration);
      assertThat(watcher.get("/readyz").body()).contains(TURNED_AWAY);
    }

    awaitAll(watcher, StokerTarget::inSync);
    assertThat(watcher.log()).contains("can watch ConfigMaps in namespace");
  }

  @Test
  void aLeaderThatIsTurnedAwayStepsBackAndLosesNoChange() {
    StokerProcess watcher = awaitAll(service.watch(), StokerTarget::inSync);
    try (var ration = service.ration()) {
      Patience.await("it steps back")
          .until(() -> watcher.log().contains("this replica does not lead any more"));
      service.write(main("changed"), WISH);
      service.mount(main("changed"));
      assertAsksAtItsPace(watcher, ration);
      assertThat(service.members()).noneMatch(member -> service.runs(member, "changed"));
    }

    awaitAll(watcher, StokerTarget::inSync);
    service.awaitRuns("changed");
  }

  private static void assertAsksAtItsPace(StokerProcess watcher, Ration ration) {
    int before = ration.rejected();
    long begun = System.nanoTime();
    Patience.await("it goes on asking")
        .pollDelay(Duration.ofSeconds(10))
        .until(() -> ration.rejected() > before + 5);
    double seconds = (System.nanoTime() - begun) / 1e9;
    assertThat((ration.rejected() - before) / seconds).isLessThan(MOST_PER_SECOND);
    assertThat(watcher.log().lines().filter(line -> line.contains(TURNED_AWAY)))
        .extracting(line -> line.substring(line.indexOf("cannot ")))
        .doesNotHaveDuplicates()
        .anyMatch(line -> line.contains("kubectl get flowschemas"));
  }
}
