package io.stoker.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileKindTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "groups: []                                  | RULES",
        "# x⏎---⏎\"groups\":⏎- name: a               | RULES",
        "{groups: []}                                | RULES",
        "unknown: x⏎groups: []                       | RULES",
        "global:⏎  scrape_interval: 1m               | CONFIGURATION",
        "scrape_configs: []                          | CONFIGURATION",
        "kind: PrometheusRule⏎spec:⏎  groups: []     | OTHER",
        "group: []                                   | OTHER",
        "groups⏎  - name: a                          | RULES",
        "- hosts: all⏎  global: x                    | OTHER",
        "global                                      | CONFIGURATION",
        "# nothing                                   | EMPTY"
      })
  void isToldByTheOutermostFields(String text, FileKind kind) throws IOException {
    Path file = Files.writeString(folder.resolve("x.yml"), text.replace('⏎', '\n'));

    assertThat(FileKind.of(ConfigFile.at(file))).isEqualTo(kind);
  }
}
