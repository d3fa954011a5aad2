package io.stoker.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {
  private static final String GOOD = "groups: [{name: a, rules: [{record: b, expr: up}]}]";

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("good.yml"), GOOD);
    Files.writeString(folder.resolve("bad.yml"), "groups:\n  - name: a\n    rule: []\n");
    Files.writeString(folder.resolve("doubtful.yml"), "rule_files: [nothing.yml]");
    Files.writeString(folder.resolve("other.yaml"), "kind: ConfigMap");
  }

  @ParameterizedTest
  @CsvSource({
    "good.yml, 0",
    "bad.yml, 1",
    "good.yml bad.yml, 1",
    "doubtful.yml, 0",
    "--strict doubtful.yml, 1",
    "other.yaml, 0",
    "missing.yml, 2",
    "missing.yml bad.yml, 2",
    "., 1",
    "--help, 0",
    "--unknown good.yml, 2",
    "--prometheus=x good.yml, 2",
    "--ca-file=missing.pem good.yml, 2",
    "--ca-file=good.yml good.yml, 2",
    "'', 2"
  })
  void exitsAsItsUsageSays(String words, int code) {
    assertThat(run("", words)).isEqualTo(code);
  }

  @Test
  void printsPlaceLineAndCaretAsCompilersDo() {
    run("", "bad.yml");

    assertThat(said(out))
        .isEqualTo(
            """
            %s/bad.yml:3:5: error: group "a": a group has no such field
                    rule: []
                    ^
              remove it or mend its name: known are interval, labels, limit, name, query_offset, rules
            1 file checked: 1 error, 0 warnings
            """
                .formatted(folder));
  }

  @ParameterizedTest
  @CsvSource({
    "'  password: \"s3cret'",
    "'  password: @s3cret'",
    "'  password:s3cret\n  a: b'",
    "'  secret: |\n    s3cret\n  @s3cret: x'",
    "'  url: http://user:s3cret@host: x'"
  })
  void showsNoSecretOfAMalformedLine(String line) throws IOException {
    Files.writeString(folder.resolve("secret.yml"), "global:\n" + line + "\n");

    assertThat(run("", "secret.yml")).isEqualTo(1);

    assertThat(said(out)).contains("1 error", "^").doesNotContain("s3cret");
  }

  @Test
  void tellsUsageAndUnreadableFilesOnTheErrorStream() {
    run("", "missing.yml");
    assertThat(said(err)).contains("missing.yml: does not exist");
    run("", "--prometheus=ftp://u:s3cret@x");
    assertThat(said(err))
        .contains("--prometheus is no URL", "Usage: stoker check")
        .doesNotContain("s3cret");
  }

  @Test
  void checksAllYamlFilesBelowAFolderButNoneThatIsHidden() throws IOException {
    Path hidden = Files.createDirectories(folder.resolve("..2026_11/sub"));
    Files.writeString(hidden.resolve("old.yml"), "groups: x");
    Files.writeString(Files.createDirectories(folder.resolve("sub")).resolve("x.yaml"), GOOD);

    run("", ".");

    assertThat(said(out)).contains("4 files checked: 1 error, 1 warning").doesNotContain("old.yml");
    assertThat(said(err)).contains("other.yaml: passed over");
  }

  @ParameterizedTest
  @CsvSource({"good.yml, check rules", "doubtful.yml, check config"})
  void asksPromtoolWhereThereIsOne(String file, String command) throws IOException {
    Path tool = folder.resolve("bin/promtool");
    Files.createDirectories(tool.getParent());
    Files.writeString(tool, "#!/bin/sh\necho \"stand-in was told: $*\"; exit 1\n");
    assertThat(tool.toFile().setExecutable(true)).isTrue();

    assertThat(run("/nowhere:" + tool.getParent(), file)).isEqualTo(1);

    assertThat(said(out)).contains("promtool refuses it", "stand-in was told: " + command);
  }

  private int run(String path, String words) {
    String[] arguments =
        Arrays.stream(words.split(" "))
            .filter(word -> !word.isEmpty())
            .map(word -> word.startsWith("--") ? word : folder.resolve(word).normalize().toString())
            .toArray(String[]::new);
    return new CheckCommand(stream(out), stream(err), Promtool.onPath(path)).run(arguments);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String said(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
