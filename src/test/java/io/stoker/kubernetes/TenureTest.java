package io.stoker.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.testbed.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TenureTest {
  private static final ObjectName NAME = new ObjectName("kube-ops", "stoker");

  private final ManualClock clock = ManualClock.at(Instant.parse("2026-01-01T00:00:00Z"));
  private final List<String> heard = new ArrayList<>();
  private final List<Runnable> alarms = new ArrayList<>();
  private final Tenure tenure =
      new Tenure(
          "me",
          clock,
          (time, task) -> {
            alarms.add(task);
            return () -> alarms.remove(task);
          },
          new Leadership.Listener() {
            @Override
            public void gained() {
              heard.add("gained");
            }

            @Override
            public void lost() {
              heard.add("lost");
            }
          });

  @Test
  void endsSevenSecondsAfterTheRequestThatWasAnsweredLast() {
    Instant asked = clock.instant();
    pass(2);
    tenure.won(lease("me"), asked);
    assertThat(heard).containsExactly("gained");

    pass(4);
    ring();
    assertThat(tenure.leads()).isTrue();

    pass(1);
    assertThat(tenure.leads()).as("even before the alarm rings").isFalse();
    ring();
    assertThat(heard).containsExactly("gained", "lost");
  }

  @Test
  void anAnswerThatComesTooLateGivesNoLead() {
    Instant asked = clock.instant();
    pass(7);
    tenure.won(lease("me"), asked);

    assertThat(tenure.leads()).isFalse();
    assertThat(heard).isEmpty();
  }

  @Test
  void eachRenewalPutsTheEndOff() {
    for (int round = 0; round < 5; round++) {
      tenure.won(lease("me"), clock.instant());
      pass(5);
      ring();
    }
    assertThat(heard).containsExactly("gained");
    assertThat(alarms).hasSize(1);
  }

  @Test
  void aLeaseOfAnotherIsRespectedForTenSecondsFromWhenItWasFirstSeenSo() {
    tenure.saw(Optional.of(lease("other")));
    pass(6);
    tenure.saw(Optional.of(lease("other")));
    assertThat(mayTake()).isFalse();
    assertThat(tenure.leader()).contains(new Leadership.Leader("other", Optional.empty()));

    pass(4);
    assertThat(mayTake()).isTrue();
    assertThat(tenure.leader()).isEmpty();

    tenure.saw(Optional.of(lease("other").heldBy("other", clock.instant())));
    assertThat(mayTake()).as("it was renewed").isFalse();
  }

  @Test
  void aLeaseThatIsNotThereOrWasReleasedOrIsItsOwnMayBeTakenAtOnce() {
    assertThat(mayTake()).isTrue();

    tenure.saw(Optional.of(lease("other").released(clock.instant())));
    assertThat(mayTake()).isTrue();

    tenure.saw(Optional.of(lease("me")));
    assertThat(mayTake()).isTrue();
    assertThat(tenure.leads()).as("it is taken by writing it").isFalse();
  }

  @Test
  void givesUpAtOnceIfAnotherHoldsTheLease() {
    tenure.won(lease("me"), clock.instant());
    tenure.saw(Optional.of(lease("other")));

    assertThat(heard).containsExactly("gained", "lost");
    assertThat(tenure.leads()).isFalse();
  }

  @Test
  void neverLeadsAfterItsEnd() {
    tenure.won(lease("me"), clock.instant());
    tenure.end();
    tenure.won(lease("me"), clock.instant());

    assertThat(heard).containsExactly("gained", "lost");
    assertThat(tenure.leads()).isFalse();
  }

  private boolean mayTake() {
    return tenure.known().mayTake(clock.instant());
  }

  private LeaseObject lease(String holder) {
    return LeaseObject.unheld(NAME).heldBy(holder, Instant.EPOCH);
  }

  private void pass(int seconds) {
    clock.advance(Duration.ofSeconds(seconds));
  }

  private void ring() {
    List.copyOf(alarms).forEach(Runnable::run);
  }
}
