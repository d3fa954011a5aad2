package io.stoker.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(strings = {"http://10.0.0.7:8080", "http://[fd00::7]:8080"})
  void tellsWhereItsHolderServesItsStatusUntilAnotherHoldsIt(String address) {
    var status = Optional.of(URI.create(address));
    var lease = held("me").servingStatusAt(status);
    assertThat(lease.statusAddress()).isEqualTo(status);

    var taken = lease.heldBy("other", NOW).servingStatusAt(Optional.empty());
    assertThat(taken.statusAddress()).isEmpty();
    assertThat(taken.json().path("metadata").path("annotations")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.0.7:8080",
        "https://10.0.0.7:8080",
        "file:///etc/passwd",
        "http://10.0.0.7",
        "http://10.0.0.7:8080/",
        "http://10.0.0.7:8080/admin?a",
        "http://10.0.0.7:8080#a",
        "http://me:secret@10.0.0.7:8080",
        "http://metadata.google.internal:80",
        "http://10.0.0.7:80800",
        "http://[fd00:7:8080",
        "http://[::::]:8080",
        "http://10.0.0.7:8080\nHost: a",
        "http://10.0.0.7.9:8080"
      })
  void anAddressWithMoreThanAnIpAndAPortIsNone(String address) {
    assertThat(held("me").annotated("stoker.io/status-address", address).statusAddress()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"me\r\nHost: a", "mé", " "})
  void aHolderWhomNoHeaderCanNameHasNoAddress(String holder) {
    var status = Optional.of(URI.create("http://10.0.0.7:8080"));
    assertThat(held(holder).servingStatusAt(status).statusAddress()).isEmpty();
  }

  private static LeaseObject held(String holder) {
    return LeaseObject.unheld(new ObjectName("a", "b")).heldBy(holder, NOW);
  }
}
