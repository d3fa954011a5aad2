package io.stoker.kubernetes;

import static io.stoker.kubernetes.Volumes.holding;
import static io.stoker.kubernetes.Volumes.part;
import static io.stoker.kubernetes.Volumes.version;
import static io.stoker.kubernetes.Volumes.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.kubernetes.ConfigMapVersion.Absent;
import io.stoker.kubernetes.ConfigMapVolume.Expectation;
import io.stoker.kubernetes.ConfigMapVolume.Part;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigMapVolumeTest {
  private final Map<String, ConfigMapVersion> api = new HashMap<>();

  @Test
  void showsEveryKeyUnderItsName() {
    api.put("config", version(1, Map.of("a.yml", "1", "b.yml", "2")));

    assertThat(volume(part("config")).expected(api::get))
        .isEqualTo(files(Map.of("a.yml", "1", "b.yml", "2")));
  }

  @Test
  void showsNothingButItemsWhereThereAreSome() {
    api.put("config", version(1, Map.of("a.yml", "1", "b.yml", "2")));
    var items = new Part("config", Map.of("a.yml", "rules/x.yml"), false);

    assertThat(volume(items).expected(api::get)).isEqualTo(files(Map.of("rules/x.yml", "1")));
  }

  @Test
  void aLaterPartWritesOverAnEarlier() {
    api.put("one", version(1, Map.of("a.yml", "1", "b.yml", "1")));
    api.put("two", version(2, Map.of("b.yml", "2")));

    assertThat(volume(part("one"), part("two")).expected(api::get))
        .isEqualTo(files(Map.of("a.yml", "1", "b.yml", "2")));
  }

  @Test
  void isNotKnownBeforeEachPartIs() {
    api.put("one", version(1, Map.of()));

    assertThat(volume(part("one"), part("two")).expected(api::get))
        .isEqualTo(new Expectation.Unknown());
  }

  @Test
  void theKubeletIsStuckWithoutAConfigMapThatMustBeThere() {
    api.put("config", new Absent());

    assertThat(volume(part("config")).expected(api::get))
        .isInstanceOfSatisfying(
            Expectation.Stuck.class,
            stuck -> assertThat(stuck.reason()).contains("config does not exist"));
  }

  @Test
  void anOptionalConfigMapThatIsAwayLeavesNoFiles() {
    api.put("config", new Absent());

    assertThat(volume(new Part("config", Map.of(), true)).expected(api::get))
        .isEqualTo(files(Map.of()));
  }

  @Test
  void theKubeletIsStuckWithoutAnItemsKey() {
    api.put("config", version(1, Map.of("a.yml", "1")));

    assertThat(volume(new Part("config", Map.of("z.yml", "z.yml"), false)).expected(api::get))
        .isInstanceOfSatisfying(
            Expectation.Stuck.class, stuck -> assertThat(stuck.reason()).contains("no key z.yml"));
    assertThat(volume(new Part("config", Map.of("z.yml", "z.yml"), true)).expected(api::get))
        .isEqualTo(files(Map.of()));
  }

  private static Expectation files(Map<String, String> files) {
    return new Expectation.Files(holding(files));
  }
}
