package io.stoker.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuarkusPropertiesTest {
  @Test
  void withoutAListenAddressNoPortIsOpened() throws InvalidSettings {
    assertThat(properties(Map.of()))
        .containsEntry("quarkus.http.host-enabled", "false")
        .doesNotContainKey("quarkus.http.port");
  }

  @Test
  void aListenAddressOpensItsPort() throws InvalidSettings {
    assertThat(properties(Map.of(Flag.LISTEN_ADDRESS, "[::1]:8080")))
        .containsEntry("quarkus.http.host-enabled", "true")
        .containsEntry("quarkus.http.host", "::1")
        .containsEntry("quarkus.http.port", "8080");
  }

  @Test
  void theTickIsTheWatchInterval() throws InvalidSettings {
    assertThat(properties(Map.of(Flag.WATCH_INTERVAL, "1m30s")))
        .containsEntry("stoker.tick", "90s");
  }

  @Test
  void levelsAreTheFrameworks() throws InvalidSettings {
    assertThat(properties(Map.of(Flag.LOG_LEVEL, "none")))
        .containsEntry("quarkus.log.level", "OFF");
    assertThat(properties(Map.of(Flag.LOG_LEVEL, "warn")))
        .containsEntry("quarkus.log.level", "WARN");
  }

  private static Map<String, String> properties(Map<Flag, String> given) throws InvalidSettings {
    return QuarkusProperties.of(
        SettingsParser.parse(
            flag ->
                flag == Flag.WATCHED_DIR
                    ? List.of("/a")
                    : given.containsKey(flag) ? List.of(given.get(flag)) : List.of()));
  }
}
