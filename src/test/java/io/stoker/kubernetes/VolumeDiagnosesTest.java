package io.stoker.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.stoker.report.Diagnosis;
import io.stoker.report.Diagnosis.Code;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VolumeDiagnosesTest {
  @Test
  void anImmutableConfigMapIsNamed() {
    assertThat(codes(map().withImmutable(true))).containsExactly(Code.IMMUTABLE_CONFIG_MAP);
    assertThat(codes(map().withImmutable(false))).isEmpty();
  }

  @Test
  void aConfigMapNearItsLimitIsNamedByAllThatItHolds() {
    var half = "x".repeat(500_000);
    var bytes = Base64.getEncoder().encodeToString(half.getBytes(UTF_8));

    assertThat(codes(map().withData(Map.of("a", half)))).isEmpty();
    assertThat(codes(map().withData(Map.of("a", half)).withBinaryData(Map.of("b", bytes))))
        .containsExactly(Code.NEAR_SIZE_LIMIT);
  }

  @Test
  void aVolumeThatHasBeenBehindForMinutesIsNamed() {
    assertThat(VolumeDiagnoses.of(Duration.ofSeconds(119), "waiting")).isEmpty();
    assertThat(VolumeDiagnoses.of(Duration.ofMinutes(2), "waiting for it"))
        .singleElement()
        .satisfies(
            stale -> {
              assertThat(stale.code()).isEqualTo(Code.STALE_FILE);
              assertThat(stale.cause()).startsWith("waiting for it");
            });
  }

  private static ConfigMapBuilder map() {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName("config")
        .withUid("uid")
        .withResourceVersion("1")
        .endMetadata();
  }

  private static List<Code> codes(ConfigMapBuilder map) {
    return VolumeDiagnoses.of("config", ConfigMapVersions.of(map.build())).stream()
        .map(Diagnosis::code)
        .toList();
  }
}
