package io.stoker.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LeaseObjectTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void aNewLeaseHasAllThatTheApiWantsWithMicroseconds() {
    var lease = LeaseObject.unheld(new ObjectName("a", "b")).heldBy("me", NOW);

    assertThat(lease.json())
        .isEqualTo(
            Json.of(
                """
                {'apiVersion': 'coordination.k8s.io/v1', 'kind': 'Lease',
                 'metadata': {'namespace': 'a', 'name': 'b'},
                 'spec': {'holderIdentity': 'me', 'leaseDurationSeconds': 10,
                   'renewTime': '2026-01-01T00:00:00.000000Z',
                   'acquireTime': '2026-01-01T00:00:00.000000Z', 'leaseTransitions': 0}}
                """));
  }

  @Test
  void aRenewalChangesTheTimeOnlyAndANewHolderCounts() {
    var first = LeaseObject.unheld(new ObjectName("a", "b")).heldBy("me", NOW);

    var renewed = first.heldBy("me", NOW.plusSeconds(2)).json().path("spec");
    assertThat(renewed.path("acquireTime").asText()).isEqualTo("2026-01-01T00:00:00.000000Z");
    assertThat(renewed.path("renewTime").asText()).isEqualTo("2026-01-01T00:00:02.000000Z");

    var taken = first.heldBy("other", NOW.plusSeconds(20)).json().path("spec");
    assertThat(taken.path("acquireTime").asText()).isEqualTo("2026-01-01T00:00:20.000000Z");
    assertThat(taken.path("leaseTransitions").asInt()).isEqualTo(1);
  }

  @Test
  void whatOthersWroteStaysAndTheirDurationCounts() {
    var lease =
        new LeaseObject(
            Json.of(
                """
                {'metadata': {'labels': {'a': 'b'}, 'resourceVersion': '3'},
                 'spec': {'holderIdentity': 'other', 'leaseDurationSeconds': 40, 'strategy': 'x'}}
                """));

    assertThat(lease.duration()).isEqualTo(Duration.ofSeconds(40));
    assertThat(lease.heldBy("me", NOW).json().path("metadata"))
        .isEqualTo(lease.json().path("metadata"));
    assertThat(lease.released(NOW).json().path("spec").path("strategy").asText()).isEqualTo("x");
    assertThat(lease.released(NOW).holder()).isEmpty();
  }
}
