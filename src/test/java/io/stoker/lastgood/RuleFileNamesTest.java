package io.stoker.lastgood;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFileNamesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          - rules/*.yml                                      | 0
          - /etc/prometheus/rules/*.yml                      | 1
          - "/etc/prometheus/rules/*.yml"                    | 1
          rule_files: [a.yml, '/etc/prometheus/rules/*.yml'] | 1
          - /etc/other/rules/*.yml                           | 0
          # - /etc/prometheus/rules/*.yml                    | 0
          password_file: /etc/prometheus/secret              | 0
          """)
  void findsNamesThatLeadBackToTheLiveFiles(String line, int found) throws IOException {
    Path main = Files.writeString(folder.resolve("p.yml"), "rule_files:\n  " + line + "\n");

    assertThat(new RuleFileNames(List.of(main), List.of("/etc/prometheus/")).absolute())
        .hasSize(found);
  }
}
