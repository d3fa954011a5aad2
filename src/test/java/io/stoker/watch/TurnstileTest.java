package io.stoker.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class TurnstileTest {
  private final Queue<Runnable> threads = new ArrayDeque<>();
  private final List<String> done = new ArrayList<>();
  private final Executor few = new Turnstile(2).before(threads::add);

  @Test
  void whoWaitsHasNoThread() {
    add("a", "b", "c", "d");

    assertThat(threads).hasSize(2);
  }

  @Test
  void whoLeavesLetsTheNextThroughInTheirOrder() {
    add("a", "b", "c", "d");
    threads.remove().run();
    assertThat(threads).hasSize(2);
    while (!threads.isEmpty()) {
      threads.remove().run();
    }

    assertThat(done).containsExactly("a", "b", "c", "d");
  }

  @Test
  void aTaskThatFailsMakesRoom() {
    few.execute(
        () -> {
          throw new IllegalStateException("broken");
        });
    add("b", "c");
    assertThatThrownBy(threads.remove()::run).hasMessage("broken");

    assertThat(threads).hasSize(2);
  }

  @Test
  void roomThatNobodyWaitedForIsThereForTheNext() {
    add("a");
    threads.remove().run();
    add("b", "c");

    assertThat(threads).hasSize(2);
  }

  private void add(String... names) {
    for (String name : names) {
      few.execute(() -> done.add(name));
    }
  }
}
