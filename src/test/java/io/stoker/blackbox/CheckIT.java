package io.stoker.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.testbed.Http;
import io.stoker.testbed.PrometheusSetup;
import io.stoker.testbed.SelfSigned;
import io.stoker.testbed.StokerSetup;
import io.stoker.testbed.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code stoker check} as a program of its own. */
@Tag("smoke")
class CheckIT {
  @TempDir Path folder;

  @Test
  void exitsWithOneAndShowsTheLine() throws IOException {
    Path rules = write("rules.yml", "groups:\n- name: a\n  rules:\n  - {alert: X, expr: }\n");

    assertThat(checked(1, rules.toString()))
        .contains(rules + ":4:21: error: group \"a\", rule 1, alert \"X\": the rule has no 'expr'")
        .contains("^")
        .contains("1 file checked: 1 error, 0 warnings");
  }

  @Test
  void letsARunningPrometheusJudgeExpressions() throws IOException {
    Path config = write(Texts.MAIN, "rule_files: [rules/*.yml]\n");
    Path rules =
        write(
            "rules/x.yml",
            "groups: [{name: a, rules: [{record: b, expr: 'sum(up'}, {record: c, expr: up}]}]");
    Path empty = write("empty.yml", "");
    var setup = PrometheusSetup.of(Tool.prometheus(), folder.resolve("prometheus"), empty);
    try (var prometheus = setup.start().awaitReady()) {
      assertThat(checked(1, "--prometheus=" + prometheus.url(), config.toString()))
          .contains(rules + ":1:46: error: group \"a\", rule 1, record \"b\"")
          .contains("Prometheus refuses the expression: 1:7: parse error")
          .contains("2 files checked: 1 error, 0 warnings");
    }
    assertThat(checked(0, config.toString())).contains("0 errors");
  }

  @Test
  void trustsAPrometheusBehindTlsOnlyByItsAuthority() throws IOException {
    Path rules = write("r.yml", "groups: [{name: a, rules: [{record: b, expr: 'sum(up'}]}]");
    Path web = write("web.yml", "tls_server_config: {cert_file: server.pem, key_file: server.key}");
    SelfSigned.naming(folder, "IP:127.0.0.1");
    var setup =
        PrometheusSetup.of(Tool.prometheus(), folder.resolve("prometheus"), write("empty.yml", ""));
    try (var prometheus = setup.with("--web.config.file=" + web).start()) {
      String asked = "--prometheus=" + prometheus.url().replace("http:", "https:");
      Patience.await("Prometheus listens").until(() -> Http.get(prometheus.url()).status() == 400);

      assertThat(checked(0, "--prometheus=" + prometheus.url(), rules.toString()))
          .contains("does it want https:// instead?");
      assertThat(checked(0, asked, rules.toString()))
          .contains("expressions are not judged", "no TLS connection", "--ca-file")
          .doesNotContain("\tat ");
      assertThat(checked(1, asked, "--ca-file=" + folder.resolve("server.pem"), rules.toString()))
          .contains("Prometheus refuses the expression: 1:7: parse error");
    }
  }

  @Test
  void tellsAWrongCommandLine() {
    assertThat(checked(2, "--nonsense")).contains("--nonsense").contains("Usage: stoker check");
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private String checked(int code, String... words) {
    var setup =
        StokerSetup.in(folder.resolve("stoker-" + words.length + code))
            .withEnvironment("STOKER_LISTEN_ADDRESS", "")
            .with("check")
            .with(words);
    try (var stoker = setup.start()) {
      assertThat(stoker.process().awaitExit(Patience.LONGEST)).isEqualTo(code);
      return stoker.log();
    }
  }
}
