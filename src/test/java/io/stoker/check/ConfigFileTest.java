package io.stoker.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.check.ConfigFile.Matches;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
  private static final String TEXT = "groups: []\nother: 1\n";

  @TempDir Path folder;

  @Test
  void aTextInMemoryIsCheckedAsTheSameFileOnDiskIs() throws IOException {
    Path path = Files.writeString(folder.resolve("rules.yml"), TEXT);
    ConfigFile inMemory = ConfigFile.of(path.toString(), TEXT.getBytes(StandardCharsets.UTF_8));

    assertThat(findings(inMemory)).hasSize(1).isEqualTo(findings(ConfigFile.at(path)));
  }

  @Test
  void aTextInMemoryMayBePackedAsPrometheusOperatorDoes() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(packed)) {
      zip.write(TEXT.getBytes(StandardCharsets.UTF_8));
    }

    assertThat(findings(ConfigFile.of("rules.yml", packed.toByteArray()))).hasSize(1);
  }

  @Test
  void whatATextInMemoryNamesIsNotSeen() throws IOException {
    Path path = Files.writeString(folder.resolve("prometheus.yml"), "");
    var inMemory = ConfigFile.of(path.toString(), new byte[0]);

    assertThat(inMemory.matching("*.yml")).isEqualTo(new Matches.Unseen());
    assertThat(inMemory.matching("[a/b.yml")).isEqualTo(new Matches.Malformed());
    assertThat(ConfigFile.at(path).matching("[a/b.yml")).isEqualTo(new Matches.Malformed());
    assertThat(ConfigFile.at(path).matching("*.yml"))
        .isEqualTo(
            new Matches.Found(folder.resolve("*.yml").toString(), List.of(ConfigFile.at(path))));
  }

  private static List<Finding> findings(ConfigFile file) throws IOException {
    var check = new ConfigCheck(Expressions.unjudged());
    assertThat(check.anyFile(file)).isEqualTo(FileKind.RULES);
    return check.result().findings();
  }
}
