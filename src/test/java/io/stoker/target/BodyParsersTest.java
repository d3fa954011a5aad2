package io.stoker.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyParsersTest {
  @Test
  void findsThreeGaugesAmongOthers() throws IOException {
    var status =
        status(
            stream(
                """
                # HELP prometheus_config_last_reload_successful Whether the last reload succeeded.
                # TYPE prometheus_config_last_reload_successful gauge
                prometheus_config_last_reload_successful 1
                prometheus_config_last_reload_success_timestamp_seconds 1.7320032951234567e+09
                go_info{version="go1.25 x"} 1
                process_start_time_seconds 1.73200329e+09
                """));

    assertThat(status).isEqualTo(new ConfigStatus(true, 1732003295.1234567, 1732003290));
  }

  @Test
  void otherProgramsOfTheFamilyNameThemAlike() throws IOException {
    var status =
        status(
            stream(
                """
                alertmanager_config_last_reload_successful 0
                alertmanager_config_last_reload_success_timestamp_seconds 5
                """));

    assertThat(status).isEqualTo(new ConfigStatus(false, 5, 0));
  }

  @Test
  void aSampleMayHaveATimestampOfItsOwn() throws IOException {
    var status =
        status(
            stream(
                """
                prometheus_config_last_reload_successful 1 1732003295000
                prometheus_config_last_reload_success_timestamp_seconds  5 1732003295000
                """));

    assertThat(status).isEqualTo(new ConfigStatus(true, 5, 0));
  }

  @Test
  void aHashOfTheFileIsAWholeNumber() throws IOException {
    var gauges =
        BodyParsers.gauges(
            stream(
                """
                alertmanager_config_hash 1.84816797860636e+14
                alertmanager_config_last_reload_success_timestamp_seconds 5
                alertmanager_config_last_reload_successful 1
                """));

    assertThat(gauges.configHash()).isEqualTo("184816797860636");
    assertThat(gauges.runtimeInfo()).isEqualTo(new RuntimeInfo("0.0", "5.0", true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "enable-feature":""                                       | false
          "enable-feature":"auto-reload-config"                     | true
          "enable-feature":"native-histograms, auto-reload-config"  | true
          "enable-feature":"no-auto-reload-config"                  | false
          "config.auto-reload":"false"                              | false
          "config.auto-reload":"true"                               | true
          """)
  void readsHowPrometheusWasStarted(String flag, boolean autoReload) throws IOException {
    var json = "{\"data\":{\"config.file\":\"p.yml\"," + flag + "}}";

    assertThat(BodyParsers.flags(stream(json))).isEqualTo(new TargetFlags("p.yml", autoReload));
  }

  @Test
  void anAnswerWithoutFlagsTellsNothing() throws IOException {
    assertThat(BodyParsers.flags(stream("{}"))).isEqualTo(new TargetFlags("", false));
  }

  @Test
  void whatFollowsTheGaugesIsNotRead() throws IOException {
    var gauges =
        """
        process_start_time_seconds 4
        prometheus_config_last_reload_success_timestamp_seconds 5
        prometheus_config_last_reload_successful 1
        """;
    var rules = stream("prometheus_rule_group_rules{rule_group=\"x\"} 1\n".repeat(10_000));

    var status = status(new SequenceInputStream(stream(gauges), rules));

    assertThat(status).isEqualTo(new ConfigStatus(true, 5, 4));
    assertThat(rules.available()).isGreaterThan(400_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# nothing",
        "up 1\n",
        "<html>a login page</html>",
        "prometheus_config_last_reload_successful 1\n",
        "prometheus_config_last_reload_successful one\nx_config_last_reload_success_timestamp_seconds 1\n",
        "prometheus_config_last_reload_successful \n"
      })
  void metricsWithoutThemAreNotWhatWasAskedFor(String text) {
    assertThatExceptionOfType(UnexpectedAnswer.class).isThrownBy(() -> status(stream(text)));
  }

  @Test
  void readsRuntimeInformation() throws IOException {
    var info =
        BodyParsers.runtimeInfo(
            stream(
                """
                {"status":"success","data":{"startTime":"2026-11-22T10:00:00Z","CWD":"/",
                 "reloadConfigSuccess":true,"lastConfigTime":"2026-11-22T10:00:01Z"}}
                """));

    assertThat(info)
        .isEqualTo(new RuntimeInfo("2026-11-22T10:00:00Z", "2026-11-22T10:00:01Z", true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "null", "{}", "{\"data\":{\"startTime\":null}}", "hunter2 <", "{"})
  void otherAnswersAreNoRuntimeInformationAndAreNotRepeated(String text) {
    assertThatExceptionOfType(UnexpectedAnswer.class)
        .isThrownBy(() -> BodyParsers.runtimeInfo(stream(text)))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
  }

  @Test
  void readsAQueryInPrometheusSpelling() throws IOException {
    assertThat(BodyParsers.formatted(stream("{\"status\":\"success\",\"data\":\"up == 0\"}")))
        .isEqualTo("up == 0");
    assertThatExceptionOfType(UnexpectedAnswer.class)
        .isThrownBy(() -> BodyParsers.formatted(stream("{\"data\":{}}")));
  }

  @Test
  void aHashIsThatOfAllBytes() throws IOException {
    assertThat(BodyParsers.hash(stream("abc")))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(BodyParsers.hash(stream(""))).startsWith("e3b0c44298fc1c14");
  }

  private static ConfigStatus status(InputStream metrics) throws IOException {
    return BodyParsers.gauges(metrics).status();
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
