package io.stoker.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.app.CommandLineParser.Parsed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineParserTest {
  @Test
  void aValueFollowsAnEqualsSignOrABlank() {
    var parsed = parse("--config-file=/a", "--log-level", "debug", "--watch-interval=3m");

    assertThat(parsed.faults()).isEmpty();
    assertThat(parsed.values())
        .isEqualTo(
            Map.of(
                Flag.CONFIG_FILE, List.of("/a"),
                Flag.LOG_LEVEL, List.of("debug"),
                Flag.WATCH_INTERVAL, List.of("3m")));
  }

  @Test
  void aFolderMayBeGivenMoreThanOnceAndKeepsItsCommas() {
    var parsed = parse("--watched-dir=/a,b", "--watched-dir", "/c=d");

    assertThat(parsed.values().get(Flag.WATCHED_DIR)).containsExactly("/a,b", "/c=d");
  }

  @Test
  void everyFlagIsKnown() {
    for (Flag flag : Flag.values()) {
      assertThat(parse(flag.option() + "=x").values()).isEqualTo(Map.of(flag, List.of("x")));
    }
  }

  @Test
  void allFaultsAreToldTogether() {
    var parsed = parse("--no-such-flag=1", "stray", "--log-level=debug", "--config-file");

    assertThat(parsed.faults())
        .hasSize(2)
        .anyMatch(fault -> fault.contains("--no-such-flag"))
        .anyMatch(fault -> fault.contains("stray"))
        .anyMatch(fault -> fault.contains("--config-file"));
    assertThat(parsed.values()).containsEntry(Flag.LOG_LEVEL, List.of("debug"));
  }

  @Test
  void aFlagDoesNotSwallowTheNext() {
    assertThat(parse("--config-file", "--log-level=debug").faults()).hasSize(1);
  }

  @Test
  void aFlagThatHasOneValueCannotBeGivenTwice() {
    assertThat(parse("--config-file=/a", "--config-file=/b").faults())
        .singleElement()
        .asString()
        .contains("--config-file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--reload-ulr=http://admin:hunter2@h/-/reload",
        "-reload-url=http://admin:hunter2@h/-/reload",
        "http://admin:hunter2@h/-/reload",
        "http://admin:p@hunter2@h/-/reload"
      })
  void aPasswordInAFaultyArgumentIsNotRepeated(String argument) {
    assertThat(parse(argument).faults()).isNotEmpty().noneMatch(fault -> fault.contains("hunter2"));
  }

  @Test
  void aPasswordGivenTwiceIsNotRepeated() {
    var url = "--reload-url=http://admin:hunter2@h/-/reload";

    assertThat(parse(url, url, "--runtimeinfo-url", url).faults())
        .isNotEmpty()
        .noneMatch(fault -> fault.contains("hunter2"));
  }

  @Test
  void helpAndVersionAreAskedFor() {
    assertThat(parse("--help").help()).isTrue();
    assertThat(parse("-h").help()).isTrue();
    assertThat(parse("--version").version()).isTrue();
    assertThat(parse().help()).isFalse();
    assertThat(parse().version()).isFalse();
  }

  @Test
  void aSwitchSaysYesByItselfAndWhatItIsTold() {
    assertThat(parse("--kubernetes", "--log-level=debug").values())
        .containsEntry(Flag.KUBERNETES, List.of("true"))
        .containsEntry(Flag.LOG_LEVEL, List.of("debug"));
    assertThat(parse("--kubernetes=false").values())
        .containsEntry(Flag.KUBERNETES, List.of("false"));
  }

  @Test
  void theUsageNamesEveryFlagAndItsDefault() {
    var usage = CommandLineParser.sidecar().usage().replaceAll("\\s+", " ");

    for (Flag flag : Flag.values()) {
      var value = flag.isSwitch() ? "[=VALUE]" : "=VALUE";
      assertThat(usage).contains(flag.option() + value).contains(flag.meaning());
      assertThat(usage)
          .contains(flag.meaning() + (flag.defaultValue().isEmpty() ? "" : " (default"));
    }
  }

  private static Parsed parse(String... arguments) {
    return CommandLineParser.sidecar().parse(arguments);
  }
}
