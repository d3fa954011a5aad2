package io.stoker.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsSourceTest {
  @Test
  void aFlagBeatsItsEnvironmentVariable() {
    var both = lookUp(Map.of("STOKER_LOG_LEVEL", "warn"), Map.of(Flag.LOG_LEVEL, List.of("debug")));

    assertThat(both.apply(Flag.LOG_LEVEL)).containsExactly("debug");
  }

  @Test
  void everyFlagIsAnEnvironmentVariable() {
    for (Flag flag : Flag.values()) {
      assertThat(lookUp(Map.of(flag.variable(), "x"), Map.of()).apply(flag)).containsExactly("x");
    }
  }

  @Test
  void withoutAnyNothingIsGivenSoThatTheDefaultHolds() {
    for (Flag flag : Flag.values()) {
      assertThat(lookUp(Map.of(), Map.of()).apply(flag)).isEmpty();
    }
  }

  @Test
  void anEmptyVariableIsNone() {
    assertThat(lookUp(Map.of("STOKER_CONFIG_FILE", ""), Map.of()).apply(Flag.CONFIG_FILE))
        .isEmpty();
  }

  @Test
  void severalFoldersAreSeparatedByCommas() {
    assertThat(lookUp(Map.of("STOKER_WATCHED_DIR", "/a,/b"), Map.of()).apply(Flag.WATCHED_DIR))
        .containsExactly("/a", "/b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/plain",
        "/with,comma",
        "/back\\slash",
        "/both\\,",
        "/a b",
        "/${NAME}",
        "/$(NAME)",
        "/$$",
        "/${",
        "/a:b=c#d"
      })
  void whatIsGivenOnTheCommandLineIsTakenLiterally(String value) {
    var flags =
        Map.of(
            Flag.WATCHED_DIR, List.of(value, "/other"),
            Flag.CONFIG_FILE, List.of(value));

    var given = SettingsSource.of(SettingsSource.config(SettingsSource.keys(flags)));

    assertThat(given.apply(Flag.CONFIG_FILE)).containsExactly(value);
    assertThat(given.apply(Flag.WATCHED_DIR)).containsExactly(value, "/other");
  }

  private static Function<Option, List<String>> lookUp(
      Map<String, String> environment, Map<Flag, List<String>> commandLine) {
    return SettingsSource.of(
        new SmallRyeConfigBuilder()
            .withSources(
                new EnvConfigSource(environment, 300),
                new PropertiesConfigSource(SettingsSource.keys(commandLine), "command line", 1000))
            .build());
  }
}
