package io.stoker.debounce;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimerSchedulerTest {
  private final InstantSource clock = new MonotonicClock();
  private final TimerScheduler scheduler = new TimerScheduler(clock);

  @AfterEach
  void stop() {
    scheduler.close();
  }

  @Test
  void aTaskRunsAtItsTimeAndNotBefore() throws Exception {
    var due = clock.instant().plusMillis(50);
    var ran = new CompletableFuture<Instant>();

    scheduler.at(due, () -> ran.complete(clock.instant()));

    assertThat(ran.get(10, SECONDS)).isAfterOrEqualTo(due);
  }

  @Test
  void aTimeThatHasPassedIsNow() throws Exception {
    var ran = new CompletableFuture<Boolean>();

    scheduler.at(Instant.MIN, () -> ran.complete(true));

    assertThat(ran.get(10, SECONDS)).isTrue();
  }

  @Test
  void aTimeThatNeverComesIsNoFault() {
    scheduler.at(Instant.MAX, () -> {}).cancel();
  }

  @Test
  void aCancelledTaskDoesNotRun() throws Exception {
    var ran = new AtomicBoolean();
    var later = new CompletableFuture<Boolean>();
    var soon = clock.instant().plusMillis(50);

    scheduler.at(soon, () -> ran.set(true)).cancel();
    scheduler.at(soon.plusMillis(1), () -> later.complete(true));

    assertThat(later.get(10, SECONDS)).isTrue();
    assertThat(ran).isFalse();
  }

  @Test
  void theClockStartsAtTheTimeOfDayAndNeverGoesBack() {
    assertThat(Duration.between(Instant.now(), clock.instant()).abs())
        .isLessThan(Duration.ofMinutes(1));

    var last = clock.instant();
    for (int i = 0; i < 10_000; i++) {
      var now = clock.instant();
      assertThat(now).isAfterOrEqualTo(last);
      last = now;
    }
  }
}
