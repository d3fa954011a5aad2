package io.stoker.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundTest {
  private static final Duration TIME = Duration.ofSeconds(15);

  private final PretendTime time = new PretendTime();
  private final Round round = new Round(time, time, time, TIME);
  private final List<Integer> done = new ArrayList<>();

  @Test
  void muchIsSpreadOverTheTimeUntilTheNextRound() {
    round.begin(tasks(1_000));
    assertThat(done).hasSize(20);

    time.pass(TIME.dividedBy(2));
    assertThat(done).hasSizeBetween(500, 700);

    time.pass(TIME.dividedBy(2));
    assertThat(done).hasSize(1_000).isSorted();
  }

  @Test
  void oneIsDoneAtOnce() {
    round.begin(tasks(1));

    assertThat(done).hasSize(1);
  }

  @Test
  void whatIsLeftOfALateRoundIsDoneInTheNext() {
    round.begin(tasks(100));
    round.begin(tasks(100));
    time.pass(TIME);

    assertThat(done).hasSize(200);
  }

  private List<Runnable> tasks(int count) {
    return IntStream.range(0, count).<Runnable>mapToObj(i -> () -> done.add(i)).toList();
  }
}
