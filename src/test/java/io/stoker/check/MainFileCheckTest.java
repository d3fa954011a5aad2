package io.stoker.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files a main file names, as Go's filepath.Glob finds them. */
class MainFileCheckTest {
  @TempDir Path folder;

  @BeforeEach
  void create() throws IOException {
    Files.createDirectories(folder.resolve("rules/sub"));
    for (String name : new String[] {"a.yml", "b.yml", "[x].yml", ".h.yml", "sub/c.yml"}) {
      Files.writeString(folder.resolve("rules/" + name), "groups: [{name: ''}]");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "rules/a.yml, 1",
    "rules/*.yml, 4",
    "rules/?.yml, 2",
    "rules/[a-b].yml, 2",
    "rules/[^a].yml, 1",
    "rules/\\[x\\].yml, 1",
    "rules/../rules/./a.yml, 1",
    "ru[l]es/a*, 1",
    "rules/s*/c.yml, 0",
    "rules/nothing.yml, 0",
    "nothing/*.yml, 0"
  })
  void findsRuleFilesAsPrometheusDoes(String pattern, int count) throws IOException {
    var findings = Checked.main(folder, "rule_files: ['%s']".formatted(pattern));

    assertThat(findings.stream().filter(finding -> finding.cause().contains("no name")).count())
        .isEqualTo(count);
  }

  @Test
  void takesAPathFromTheRootAsItIs() throws IOException {
    var findings = Checked.main(folder, "rule_files: ['" + folder.resolve("rules/a.yml") + "']");

    assertThat(findings)
        .map(finding -> finding.place().file())
        .containsExactly(folder + "/rules/a.yml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rules/x*.yml | warning 1:14: no file matches",
        "*/a.yml      | error 1:14: a '*' stands before the last '/'",
        "rules/[a     | error 1:14: the pattern is malformed",
        "rules        | error -: this is a folder"
      })
  void tellsOfPatternsThatFindNothingOrAreWrong(String pattern, String cause) throws IOException {
    assertThat(Checked.main(folder, "rule_files: [\"%s\"]".formatted(pattern)))
        .map(Checked::words)
        .anyMatch(words -> words.startsWith(cause));
  }

  @Test
  void readsScrapeConfigurationFilesOnlyAsYaml() throws IOException {
    Files.writeString(folder.resolve("s.yml"), "scrape_configs:\n- unknown: x\n  unknown: y\n");

    var findings = Checked.main(folder, "scrape_config_files: [s.yml]");

    assertThat(findings)
        .map(Checked::words)
        .containsExactly("error 3:3: the key stands twice: it is already in line 2");
  }

  @Test
  void checksAFileOnceThoughTwoPatternsMatchIt() throws IOException {
    var findings = Checked.main(folder, "rule_files: [rules/a.yml, rules/a*, rules/a.yml]");

    assertThat(findings).hasSize(1);
  }
}
