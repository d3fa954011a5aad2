package io.stoker.kubernetes;

import static io.stoker.kubernetes.Volumes.POD;
import static io.stoker.kubernetes.Volumes.part;
import static io.stoker.kubernetes.Volumes.version;
import static io.stoker.kubernetes.Volumes.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.debounce.Scheduler;
import io.stoker.fingerprint.Fingerprinter;
import io.stoker.fingerprint.Reading;
import io.stoker.reload.VolumeState;
import io.stoker.testbed.InMemorySource;
import io.stoker.testbed.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class VolumeSyncTest {
  private static final ConfigMapVolume VOLUME = volume(part("config"));
  private static final String FILE = VOLUME.mountPath().resolve("a.yml").toString();

  private final ManualClock clock = ManualClock.at(Instant.EPOCH);
  private final InMemorySource files = new InMemorySource(clock).put(FILE, "old");
  private final Queue<Runnable> io = new ArrayDeque<>();
  private final Scheduler never = (time, task) -> () -> {};
  private final AtomicInteger nudges = new AtomicInteger();
  private final List<VolumeState> heard = new ArrayList<>();
  private final VolumeSync sync =
      new VolumeSync(
          new SyncPlanner(new OwnPod(POD, List.of(VOLUME), true, List.of(), List.of())),
          Map.of(VOLUME, new Fingerprinter(files, clock, Duration.ZERO)),
          new VolumeSync.Ports(
              clock, never, Runnable::run, io::add, nudges::incrementAndGet, heard::add));

  @Test
  void nudgesAndTellsWhenTheVolumeIsBehindAndWhenItFollowed() {
    heard("old", 1);
    work();
    assertThat(heard).containsExactly(new VolumeState.Complete());

    heard("new", 2);
    work();
    assertThat(nudges).hasValue(1);
    assertThat(heard.getLast()).isInstanceOf(VolumeState.Behind.class);
    clock.advance(Duration.ofSeconds(3));
    assertThat(sync.lag()).isEqualTo(Duration.ofSeconds(3));

    files.put(FILE, "new");
    sync.hint();
    work();
    assertThat(heard.getLast()).isEqualTo(new VolumeState.Complete());
    assertThat(sync.lag()).isZero();
  }

  @Test
  void aHintDuringAReadingIsAnsweredByAnother() {
    heard("new", 1);
    sync.hint();
    assertThat(io).as("one reading at a time").hasSize(1);

    io.remove().run();
    assertThat(heard.getLast()).isInstanceOf(VolumeState.Behind.class);
    files.put(FILE, "new");
    work();

    assertThat(heard.getLast()).isEqualTo(new VolumeState.Complete());
  }

  @Test
  void volumesThatCannotBeReadAreNotTakenForBehind() {
    var unreadable =
        new VolumeSync(
            new SyncPlanner(new OwnPod(POD, List.of(VOLUME), true, List.of(), List.of())),
            Map.of(VOLUME, () -> new Reading.Missing("gone")),
            new VolumeSync.Ports(
                clock, never, Runnable::run, io::add, nudges::incrementAndGet, heard::add));

    unreadable.accept(new SyncEvent.Heard("config", version(1, Map.of("a.yml", "new"))));
    work();

    assertThat(nudges).hasValue(0);
    assertThat(heard).isEmpty();
  }

  private void heard(String content, int version) {
    sync.accept(new SyncEvent.Heard("config", version(version, Map.of("a.yml", content))));
  }

  private void work() {
    while (!io.isEmpty()) {
      io.remove().run();
    }
  }
}
