package io.stoker.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/flags.md is written from {@link Flag}: run with {@code -Ddocs.update=true}. */
class FlagsDocTest {
  private static final Path PAGE = Path.of("docs/flags.md");
  private static final String HEAD =
      """
      # Flags

      Every flag is a command-line flag (`--flag=value` or `--flag value`), an environment variable
      and a configuration key. The command line wins over the environment, which wins over
      configuration files. The flags that prometheus-config-reloader v0.93.0 has, too, have its
      names and meanings; where a default is another, the table says why.

      Durations are Go's: `500ms`, `5s`, `1m30s`. In the environment several watched folders are
      separated by commas. `--help` and `--version` have no variable.

      <!-- made by FlagsDocTest from Flag.java and WatchFlag.java: ./mvnw test -Dtest=FlagsDocTest -Ddocs.update=true -->

      | flag | environment variable | configuration key | default | in prometheus-config-reloader | meaning |
      |---|---|---|---|---|---|
      """;

  private static final String WATCH =
      """

      ## stoker watch

      The flags of the standalone watcher (docs/watch.md), given after the word `watch`.

      | flag | environment variable | configuration key | default | meaning |
      |---|---|---|---|---|
      """;

  @Test
  void thePageIsWhatTheProgramDoes() throws IOException {
    String page =
        HEAD
            + Arrays.stream(Flag.values()).map(FlagsDocTest::row).collect(Collectors.joining())
            + WATCH
            + Arrays.stream(WatchFlag.values())
                .map(FlagsDocTest::row)
                .collect(Collectors.joining());
    if (Boolean.getBoolean("docs.update")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE).as("rewrite it with -Ddocs.update=true").hasContent(page);
  }

  @Test
  void everyOtherDefaultHasAReason() {
    for (Flag flag : Flag.values()) {
      boolean other = flag.original() != null && !flag.original().equals(flag.defaultValue());

      assertThat(flag.whyAnother().isEmpty()).as(flag.option()).isEqualTo(!other);
    }
  }

  private static String row(Flag flag) {
    return "| `%s` | `%s` | `%s` | %s | %s | %s%s |\n"
        .formatted(
            flag.option(),
            flag.variable(),
            flag.key(),
            code(flag.defaultValue()),
            flag.original() == null ? "–" : code(flag.original()),
            flag.meaning(),
            flag.whyAnother().isEmpty() ? "" : "; another default because " + flag.whyAnother());
  }

  private static String row(WatchFlag flag) {
    return "| `%s` | `%s` | `%s` | %s | %s |\n"
        .formatted(
            flag.option(), flag.variable(), flag.key(), code(flag.defaultValue()), flag.meaning());
  }

  private static String code(String value) {
    return value.isEmpty() ? "none" : "`" + value + "`";
  }
}
