package io.stoker.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.yaml.Position;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** YAML as go-yaml reads it, tried on go-yaml v2.4.0 and v3.0.1. */
class YamlCheckTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "global: {a: b: c}               | 1:14 | lack a",
        "global:⏎  a: x: y               | 2:7 | ':' stands where no key",
        "global:⏎  a: 1⏎ b: 2            | 3:2 | does not belong",
        "global:⏎  a: \"x⏎               | 2:6 | quoted text begins here",
        "global:⏎  a: [1, 2⏎alerting: {} | 3:9 | lack a",
        "global:⏎\ta: 1                  | 2:1 | a tab stands",
        "global:⏎  a: @x                 | 2:6 | cannot begin with this character",
        "global:⏎  a: \"\\q\"            | 2:6 | no such escape",
        "global:⏎  a: 1⏎  b⏎c: 1              | 3:3 | neither 'key: value'",
        "global:⏎  a: *b                 | 2:6 | anchor that is not set",
        "global:⏎  a: 1⏎  a: 2           | 3:3 | stands twice: it is already in line 2",
        "global: {}⏎global: {}           | 2:1 | stands twice: it is already in line 1"
      })
  void tellsWhereAnErrorIs(String text, String position, String cause) throws IOException {
    List<Finding> findings = check(text.replace('⏎', '\n'));

    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().severity()).isEqualTo(Severity.ERROR);
    assertThat(findings.getFirst().place().position()).map(Position::toString).contains(position);
    assertThat(findings.getFirst().cause()).contains(cause);
    assertThat(findings.getFirst().excerpt()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# nothing\n",
        "\ufeffglobal: {}",
        "global:\r\n  a: 1\r\n  b: 2\r\n",
        "global:\t\n  a:\t1\t# tab\n",
        "global: {a: 1,\n\tb: 2}",
        "global:\u2028  a: 1\u0085  b: 2\n",
        "%YAML 1.1\n---\nglobal: {}\n...\n---\nnot: [read\n",
        "  a: 1\nnot: [read\n",
        "global: {? a : 1, ?b : 2}",
        "a: &x 1\nb: &x 2\nc: *x",
        "a: &x {k: 1}\nb:\n  <<: *x\n  <<: *x\n  k: 2",
        "a: yes\nb: 0777\nc: 1_000\nd: 12:30\ne: 2020-01-01\nf: ~\ng: =\n",
        "a: http://x:9090/#y\nb: a?b\nc: -x\nd: ?x\ne: :x\n",
        "? a\n: b\n? [c]\n: d\n",
        "a:\n- x\n- y\nb: !custom z\nc: !!binary aGk=\n",
        "&rules: x",
      })
  void refusesNothingThatGoYamlTakes(String text) throws IOException {
    assertThat(check(text)).noneMatch(Finding::isError);
  }

  @ParameterizedTest
  @ValueSource(strings = {"global: \u0007", "global: \u007f", "global:\n  a: b\ud800"})
  void refusesControlCharactersAndWhatIsNoText(String text) throws IOException {
    assertThat(check(text)).anyMatch(finding -> finding.cause().contains("no UTF-8 text"));
  }

  private List<Finding> check(String text) throws IOException {
    var check = new ConfigCheck(Expressions.unjudged());
    var bytes = text.replace("\ud800", "\u00ff").getBytes(charset(text));
    check.mainFile(ConfigFile.at(Files.write(folder.resolve("prometheus.yml"), bytes)));
    return check.result().findings();
  }

  /** A text with half a surrogate stands for one that is no UTF-8. */
  private static Charset charset(String text) {
    return text.contains("\ud800") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
  }
}
