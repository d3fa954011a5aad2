package io.stoker.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.stoker.check.CheckResult;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CheckMemoTest {
  private static final Instant NOW = PretendTime.START;
  private static final CheckResult RESULT = new CheckResult(List.of(), 0, 1, 1);

  private final CheckMemo memo = new CheckMemo();
  private final AtomicInteger checks = new AtomicInteger();

  @Test
  void whoAsksMeanwhileWaitsAndTakesWhatItComesToEvenIfThatIsNotKept() throws Exception {
    var fetched = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Supplier<Found> failing =
          () -> {
            checks.incrementAndGet();
            awaitQuietly(fetched);
            return new Found(RESULT, Instant.MIN);
          };
      Future<CheckResult> first = threads.submit(() -> memo.unjudged(NOW, failing));
      await().until(() -> checks.get() == 1);
      var second =
          Thread.ofVirtual().start(() -> assertThat(memo.unjudged(NOW, failing)).isEqualTo(RESULT));
      await().until(() -> second.getState() == Thread.State.WAITING);

      fetched.countDown();

      assertThat(first.get()).isEqualTo(RESULT);
      second.join();
      assertThat(checks).hasValue(1);
    }
  }

  @Test
  void aFaultOfTheCheckLeavesNobodyWaitingAndIsNotKept() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                memo.unjudged(
                    NOW,
                    () -> {
                      throw new IllegalStateException("a bug");
                    }));

    assertThat(memo.unjudged(NOW, () -> new Found(RESULT, Instant.MAX))).isEqualTo(RESULT);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
