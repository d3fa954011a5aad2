package io.stoker.app;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The tables in docs/flags.md are written by this: run with {@code -Ddocs.update=true}. */
class FlagsDocTest {
  private static final Path PAGE = Path.of("docs/flags.md");
  private static final String SIDECAR =
      """
      | flag | environment variable | configuration key | default | in prometheus-config-reloader | meaning |
      |---|---|---|---|---|---|
      """;
  private static final String WATCH =
      """
      | flag | environment variable | configuration key | default | meaning |
      |---|---|---|---|---|
      """;

  @Test
  void theTablesAreWhatTheProgramDoes() throws IOException {
    String page = Files.readString(PAGE);
    String flags = Arrays.stream(Flag.values()).map(FlagsDocTest::row).collect(joining());
    String watch = Arrays.stream(WatchFlag.values()).map(FlagsDocTest::row).collect(joining());
    String now = with(with(page, SIDECAR, SIDECAR + flags), WATCH, WATCH + watch);
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(PAGE, now);
    }

    assertThat(PAGE).as("rewrite it with -Ddocs.update=true").hasContent(now);
  }

  private static String with(String page, String head, String table) {
    assertThat(page).containsOnlyOnce(head);
    int start = page.indexOf(head);
    int end = page.indexOf("\n\n", start);
    return page.substring(0, start) + table + (end < 0 ? "" : page.substring(end + 1));
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
