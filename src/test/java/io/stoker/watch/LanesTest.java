package io.stoker.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.debounce.MonotonicClock;
import io.stoker.debounce.TimerScheduler;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LanesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Executor threads = Thread::startVirtualThread;
  private final MonotonicClock clock = new MonotonicClock();
  private final Lanes lanes = new Lanes(clock, new TimerScheduler(clock), 2);
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void letGo() {
    end.countDown();
  }

  @Test
  void noMoreRunAtATimeThanTheLaneIsWide() {
    var running = new AtomicInteger();
    for (int i = 0; i < 5; i++) {
      lanes.ofTarget().on(threads).execute(() -> hang(running));
    }
    Awaitility.await().atMost(PATIENCE).until(() -> running.get() == 2);

    assertThat(running).hasValue(2);
  }

  @Test
  void thoseThatHangDoNotHoldUpThoseThatAnswer() {
    var hanging = new AtomicInteger();
    for (int i = 0; i < 6; i++) {
      lanes.ofTarget().on(threads).execute(() -> hang(hanging));
    }
    var done = new AtomicInteger();
    lanes.ofTarget().on(threads).execute(done::incrementAndGet);

    Awaitility.await().atMost(PATIENCE).until(() -> done.get() == 1);
  }

  @Test
  void whoRunsOnItsOwnThreadIsNotHeldUpByThoseThatHangEither() {
    var narrow = new Lanes(clock, new TimerScheduler(clock), 1);
    var hanging = new AtomicInteger();
    threads.execute(() -> narrow.ofTarget().run(() -> hang(hanging)));
    Awaitility.await().atMost(PATIENCE).until(() -> hanging.get() == 1);
    var done = new AtomicInteger();
    threads.execute(() -> narrow.ofTarget().run(done::incrementAndGet));

    Awaitility.await().atMost(PATIENCE).until(() -> done.get() == 1);
    assertThat(hanging).hasValue(1);
  }

  private void hang(AtomicInteger running) {
    running.incrementAndGet();
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
