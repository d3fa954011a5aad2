package io.stoker.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LimitedClientTest {
  private static final Duration LIMIT = Duration.ofMillis(500);

  private final List<Client> made = new ArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final LimitedClient<Client> client =
      new LimitedClient<>(this::make, Client::close, LIMIT);

  @AfterEach
  void stop() {
    end.countDown();
  }

  @Test
  void callsThatEndInTimeShareOneClient() {
    assertThat(client.call(any -> "a", "late")).isEqualTo("a");
    assertThat(client.call(any -> "b", "late")).isEqualTo("b");

    assertThat(made).hasSize(1);
    assertThat(made.getFirst().closed).isFalse();
  }

  @Test
  @Timeout(60)
  void aLateCallEndsAndItsClientIsClosedAndReplaced() {
    assertThat(client.call(this::waitForTheEnd, "late")).isEqualTo("late");

    assertThat(made).hasSize(2);
    assertThat(made.getFirst().closed).isTrue();
    assertThat(client.call(made::indexOf, -1)).isEqualTo(1);
  }

  private String waitForTheEnd(Client any) {
    try {
      end.await();
      return "ended";
    } catch (InterruptedException e) {
      return "interrupted";
    }
  }

  private Client make() {
    made.add(new Client());
    return made.getLast();
  }

  private static final class Client {
    private boolean closed;

    private void close() {
      closed = true;
    }
  }
}
